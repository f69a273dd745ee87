"""The first office: every table, and the full text index."""

import sqlalchemy as sa
from alembic import op

from techmgr.storage import search

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('audit_change',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('batch', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('table_name', sa.Text(), nullable=False),
    sa.Column('record_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('before', sa.Text(), nullable=True),
    sa.Column('after', sa.Text(), nullable=True),
    sa.Column('salt', sa.LargeBinary(), nullable=True),
    sa.Column('redacted_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit_change')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_audit_change_batch'), 'audit_change', ['batch'], unique=False)
    op.create_index('ix_audit_change_before', 'audit_change', ['table_name'], unique=False, sqlite_where=sa.text('before IS NOT NULL'), postgresql_where=sa.text('before IS NOT NULL'))
    op.create_index('ix_audit_change_record', 'audit_change', ['table_name', 'record_id'], unique=False)
    op.create_table('audit_entry',
    sa.Column('number', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('batch', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('at', sa.Text(), nullable=False),
    sa.Column('officer', sa.Text(), nullable=False),
    sa.Column('login', sa.Text(), nullable=False),
    sa.Column('action', sa.Text(), nullable=False),
    sa.Column('subject', sa.Text(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('undoes', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('change_hashes', sa.LargeBinary(), nullable=False),
    sa.Column('previous_hash', sa.LargeBinary(), nullable=False),
    sa.Column('hash', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_audit_entry')),
    sa.UniqueConstraint('batch', name=op.f('uq_audit_entry_batch')),
    sa.UniqueConstraint('undoes', name=op.f('uq_audit_entry_undoes')),
    sqlite_autoincrement=False,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_audit_entry_subject'), 'audit_entry', ['subject'], unique=False)
    op.create_table('audit_open',
    sa.Column('batch', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.PrimaryKeyConstraint('batch', name=op.f('pk_audit_open')),
    sqlite_autoincrement=False,
    sqlite_strict=True
    )
    op.create_table('calendar_day',
    sa.Column('calendar', sa.Text(), nullable=False),
    sa.Column('day', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint("kind IN ('closed', 'open', 'workday')", name=op.f('ck_calendar_day_kind')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_calendar_day')),
    sa.UniqueConstraint('calendar', 'day', name=op.f('uq_calendar_day_calendar_day')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('calendar_year',
    sa.Column('calendar', sa.Text(), nullable=False),
    sa.Column('year', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_calendar_year')),
    sa.UniqueConstraint('calendar', 'year', name=op.f('uq_calendar_year_calendar_year')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('cost_budget',
    sa.Column('year', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('minor >= 0', name=op.f('ck_cost_budget_amount')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cost_budget')),
    sa.UniqueConstraint('year', name=op.f('uq_cost_budget_year')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('desk_state',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('officer', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.Column('at', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_desk_state')),
    sa.UniqueConstraint('officer', 'name', name=op.f('uq_desk_state_officer_name')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('exchange_rate',
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('base_currency', sa.Text(), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('publisher', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exchange_rate')),
    sa.UniqueConstraint('currency', 'base_currency', 'on_day', name=op.f('uq_exchange_rate_currency_base_currency_on_day')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('fee_estimate',
    sa.Column('country', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('number', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('size', sa.Text(), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('valid_from', sa.Text(), nullable=False),
    sa.Column('remark', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('minor > 0', name=op.f('ck_fee_estimate_amount')),
    sa.CheckConstraint('number >= 0', name=op.f('ck_fee_estimate_number')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_fee_estimate')),
    sa.UniqueConstraint('country', 'kind', 'number', 'size', 'valid_from', name=op.f('uq_fee_estimate_country_kind_number_size_valid_from')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('file',
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('media_type', sa.Text(), nullable=False),
    sa.Column('size', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('sha256', sa.Text(), nullable=False),
    sa.Column('added_at', sa.Text(), nullable=False),
    sa.Column('added_by', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_file')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_file_sha256'), 'file', ['sha256'], unique=False)
    op.create_index(op.f('ix_file_subject'), 'file', ['subject'], unique=False)
    op.create_table('file_chunk',
    sa.Column('sha256', sa.Text(), nullable=False),
    sa.Column('place', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_file_chunk')),
    sa.UniqueConstraint('sha256', 'place', name=op.f('uq_file_chunk_sha256_place')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('import_profile',
    sa.Column('target', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_import_profile')),
    sa.UniqueConstraint('target', 'name', name=op.f('uq_import_profile_target_name')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('import_run',
    sa.Column('target', sa.Text(), nullable=False),
    sa.Column('profile', sa.Text(), nullable=False),
    sa.Column('file', sa.Text(), nullable=False),
    sa.Column('sha256', sa.Text(), nullable=False),
    sa.Column('at', sa.Text(), nullable=False),
    sa.Column('new', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('changed', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('unchanged', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('conflicts', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('refused', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('twins', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_import_run')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_import_run_target'), 'import_run', ['target'], unique=False)
    op.create_table('imported_text',
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('column', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('question', sa.Text(), nullable=False),
    sa.Column('question_values', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_imported_text')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_imported_text_subject'), 'imported_text', ['subject'], unique=False)
    op.create_table('listed_value',
    sa.Column('list', sa.Text(), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('english', sa.Text(), nullable=False),
    sa.Column('chinese', sa.Text(), nullable=False),
    sa.Column('position', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('offered', sa.Integer(), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_listed_value')),
    sa.UniqueConstraint('list', 'code', name=op.f('uq_listed_value_list_code')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('office_setting',
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.Column('valid_from', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_office_setting')),
    sa.UniqueConstraint('key', 'valid_from', name=op.f('uq_office_setting_key_valid_from')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('organisation',
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('short_name', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('parent_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('country', sa.Text(), nullable=False),
    sa.Column('domain', sa.Text(), nullable=False),
    sa.Column('address', sa.Text(), nullable=False),
    sa.Column('merged_into_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['merged_into_id'], ['organisation.id'], name=op.f('fk_organisation_merged_into_id'), deferrable=True),
    sa.ForeignKeyConstraint(['parent_id'], ['organisation.id'], name=op.f('fk_organisation_parent_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_organisation_merged_into_id'), 'organisation', ['merged_into_id'], unique=False)
    op.create_index(op.f('ix_organisation_name'), 'organisation', ['name'], unique=False)
    op.create_index(op.f('ix_organisation_parent_id'), 'organisation', ['parent_id'], unique=False)
    op.create_table('own_calendar',
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('base', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_own_calendar')),
    sa.UniqueConstraint('code', name=op.f('uq_own_calendar_code')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('own_rule',
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('valid_from', sa.Text(), nullable=True),
    sa.Column('valid_until', sa.Text(), nullable=True),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_own_rule')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_own_rule_code'), 'own_rule', ['code'], unique=False)
    op.create_table('period',
    sa.Column('until', sa.Text(), nullable=False),
    sa.Column('closed_on', sa.Text(), nullable=False),
    sa.Column('memo', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_period')),
    sa.UniqueConstraint('until', name=op.f('uq_period_until')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('person',
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('sort_name', sa.Text(), nullable=False),
    sa.Column('initials', sa.Text(), nullable=False),
    sa.Column('email', sa.Text(), nullable=False),
    sa.Column('phone', sa.Text(), nullable=False),
    sa.Column('address', sa.Text(), nullable=False),
    sa.Column('other_name', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('is_officer', sa.Integer(), nullable=False),
    sa.Column('login', sa.Text(), nullable=False),
    sa.Column('merged_into_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['merged_into_id'], ['person.id'], name=op.f('fk_person_merged_into_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_person_merged_into_id'), 'person', ['merged_into_id'], unique=False)
    op.create_index(op.f('ix_person_name'), 'person', ['name'], unique=False)
    op.create_index(op.f('ix_person_sort_name'), 'person', ['sort_name'], unique=False)
    op.create_table('policy_version',
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('valid_from', sa.Text(), nullable=False),
    sa.Column('valid_until', sa.Text(), nullable=True),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_policy_version')),
    sa.UniqueConstraint('name', 'valid_from', name=op.f('uq_policy_version_name_valid_from')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('search_entry',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('record_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('detail', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_search_entry')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('affiliation',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('position', sa.Text(), nullable=False),
    sa.Column('from_day', sa.Text(), nullable=False),
    sa.Column('until_day', sa.Text(), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_affiliation_organisation_id'), deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_affiliation_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_affiliation')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_affiliation_organisation_id'), 'affiliation', ['organisation_id'], unique=False)
    op.create_index(op.f('ix_affiliation_person_id'), 'affiliation', ['person_id'], unique=False)
    op.create_table('agreement',
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('exclusivity', sa.Text(), nullable=False),
    sa.Column('field', sa.Text(), nullable=False),
    sa.Column('territory', sa.Text(), nullable=False),
    sa.Column('signed', sa.Text(), nullable=True),
    sa.Column('effective', sa.Text(), nullable=True),
    sa.Column('expires', sa.Text(), nullable=True),
    sa.Column('ended', sa.Text(), nullable=True),
    sa.Column('manager_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('centre_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['organisation.id'], name=op.f('fk_agreement_centre_id'), deferrable=True),
    sa.ForeignKeyConstraint(['manager_id'], ['person.id'], name=op.f('fk_agreement_manager_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement')),
    sa.UniqueConstraint('number', name=op.f('uq_agreement_number')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_agreement_manager_id'), 'agreement', ['manager_id'], unique=False)
    op.create_table('award',
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('sponsor_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('agreed_on', sa.Text(), nullable=True),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['sponsor_id'], ['organisation.id'], name=op.f('fk_award_sponsor_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_award')),
    sa.UniqueConstraint('number', 'sponsor_id', name=op.f('uq_award_number_sponsor_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_award_sponsor_id'), 'award', ['sponsor_id'], unique=False)
    op.create_table('company_size',
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('employees', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('size', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_company_size_organisation_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_company_size')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_company_size_organisation_id'), 'company_size', ['organisation_id'], unique=False)
    op.create_table('cost_claim',
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint("state <> 'withdrawn' OR reason <> ''", name=op.f('ck_cost_claim_reason')),
    sa.CheckConstraint("state IN ('open', 'settled', 'withdrawn')", name=op.f('ck_cost_claim_state')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_cost_claim_organisation_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cost_claim')),
    sa.UniqueConstraint('number', name=op.f('uq_cost_claim_number')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_cost_claim_organisation_id'), 'cost_claim', ['organisation_id'], unique=False)
    op.create_table('imported_rows',
    sa.Column('run_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['run_id'], ['import_run.id'], name=op.f('fk_imported_rows_run_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_imported_rows')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_imported_rows_run_id'), 'imported_rows', ['run_id'], unique=False)
    op.create_table('journal_entry',
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('reverses_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('centre_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['centre_id'], ['organisation.id'], name=op.f('fk_journal_entry_centre_id'), deferrable=True),
    sa.ForeignKeyConstraint(['reverses_id'], ['journal_entry.id'], name=op.f('fk_journal_entry_reverses_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_journal_entry')),
    sa.UniqueConstraint('reverses_id', name=op.f('uq_journal_entry_reverses_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_journal_entry_on_day'), 'journal_entry', ['on_day'], unique=False)
    op.create_index(op.f('ix_journal_entry_source'), 'journal_entry', ['source'], unique=False)
    op.create_table('note',
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_note_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_note')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_note_subject'), 'note', ['subject'], unique=False)
    op.create_table('patent',
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('country', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('application_number', sa.Text(), nullable=False),
    sa.Column('publication_number', sa.Text(), nullable=False),
    sa.Column('grant_number', sa.Text(), nullable=False),
    sa.Column('bare_numbers', sa.Text(), nullable=False),
    sa.Column('filed', sa.Text(), nullable=True),
    sa.Column('published', sa.Text(), nullable=True),
    sa.Column('granted', sa.Text(), nullable=True),
    sa.Column('expires', sa.Text(), nullable=True),
    sa.Column('pta_days', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('disclaimed_to', sa.Text(), nullable=True),
    sa.Column('counsel_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('counsel_reference', sa.Text(), nullable=False),
    sa.Column('entity_size', sa.Text(), nullable=False),
    sa.Column('entity_size_since', sa.Text(), nullable=True),
    sa.Column('is_followed', sa.Integer(), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['counsel_id'], ['organisation.id'], name=op.f('fk_patent_counsel_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_patent')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_patent_application_number'), 'patent', ['application_number'], unique=False)
    op.create_index(op.f('ix_patent_counsel_id'), 'patent', ['counsel_id'], unique=False)
    op.create_index(op.f('ix_patent_grant_number'), 'patent', ['grant_number'], unique=False)
    op.create_table('payee_account',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('route', sa.Text(), nullable=False),
    sa.Column('account', sa.Text(), nullable=False),
    sa.Column('tax_number', sa.Text(), nullable=False),
    sa.Column('permitted_use', sa.Text(), nullable=False),
    sa.Column('from_day', sa.Text(), nullable=False),
    sa.Column('until_day', sa.Text(), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('(person_id IS NULL) <> (organisation_id IS NULL)', name=op.f('ck_payee_account_one_payee')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_payee_account_organisation_id'), deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_payee_account_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payee_account')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_payee_account_organisation_id'), 'payee_account', ['organisation_id'], unique=False)
    op.create_index(op.f('ix_payee_account_person_id'), 'payee_account', ['person_id'], unique=False)
    op.create_table('person_role',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('from_day', sa.Text(), nullable=False),
    sa.Column('until_day', sa.Text(), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_person_role_organisation_id'), deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_person_role_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person_role')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_person_role_person_id'), 'person_role', ['person_id'], unique=False)
    op.create_table('policy_election',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('elected', sa.Text(), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_policy_election_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_policy_election')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_policy_election_person_id'), 'policy_election', ['person_id'], unique=False)
    op.create_table('share_book',
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('conflicts', sa.Text(), nullable=False),
    sa.Column('memo', sa.Text(), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_share_book_organisation_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_share_book')),
    sa.UniqueConstraint('organisation_id', name=op.f('uq_share_book_organisation_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('task',
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('step', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('due', sa.Text(), nullable=True),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('done_on', sa.Text(), nullable=True),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_task_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_task')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index('ix_task_person_id_due', 'task', ['person_id', 'due'], unique=False)
    op.create_index(op.f('ix_task_subject'), 'task', ['subject'], unique=False)
    op.create_table('technology',
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('foreign_number', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('abstract', sa.Text(), nullable=False),
    sa.Column('type', sa.Text(), nullable=False),
    sa.Column('field', sa.Text(), nullable=False),
    sa.Column('keywords', sa.Text(), nullable=False),
    sa.Column('trl', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('origin', sa.Text(), nullable=False),
    sa.Column('received', sa.Text(), nullable=True),
    sa.Column('manager_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('department_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('centre_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('closed_on', sa.Text(), nullable=True),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('trl BETWEEN 1 AND 9', name=op.f('ck_technology_trl')),
    sa.ForeignKeyConstraint(['centre_id'], ['organisation.id'], name=op.f('fk_technology_centre_id'), deferrable=True),
    sa.ForeignKeyConstraint(['department_id'], ['organisation.id'], name=op.f('fk_technology_department_id'), deferrable=True),
    sa.ForeignKeyConstraint(['manager_id'], ['person.id'], name=op.f('fk_technology_manager_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_technology')),
    sa.UniqueConstraint('number', name=op.f('uq_technology_number')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_technology_department_id'), 'technology', ['department_id'], unique=False)
    op.create_index(op.f('ix_technology_manager_id'), 'technology', ['manager_id'], unique=False)
    op.create_index(op.f('ix_technology_received'), 'technology', ['received'], unique=False)
    op.create_index(op.f('ix_technology_status'), 'technology', ['status'], unique=False)
    op.create_index(op.f('ix_technology_title'), 'technology', ['title'], unique=False)
    op.create_table('agreement_case',
    sa.Column('agreement_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('numerator > 0 AND numerator <= denominator', name=op.f('ck_agreement_case_share')),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreement.id'], name=op.f('fk_agreement_case_agreement_id'), deferrable=True),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_agreement_case_case_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement_case')),
    sa.UniqueConstraint('agreement_id', 'case_id', name=op.f('uq_agreement_case_agreement_id_case_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_agreement_case_case_id'), 'agreement_case', ['case_id'], unique=False)
    op.create_table('agreement_party',
    sa.Column('agreement_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('size_at_signature', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreement.id'], name=op.f('fk_agreement_party_agreement_id'), deferrable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_agreement_party_organisation_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement_party')),
    sa.UniqueConstraint('agreement_id', 'organisation_id', 'role', name=op.f('uq_agreement_party_agreement_id_organisation_id_role')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_agreement_party_organisation_id'), 'agreement_party', ['organisation_id'], unique=False)
    op.create_table('agreement_term',
    sa.Column('agreement_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('clause', sa.Text(), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('due', sa.Text(), nullable=True),
    sa.Column('periodic', sa.Text(), nullable=False),
    sa.Column('days_after', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('from_day', sa.Text(), nullable=False),
    sa.Column('until_day', sa.Text(), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreement.id'], name=op.f('fk_agreement_term_agreement_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement_term')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_agreement_term_agreement_id'), 'agreement_term', ['agreement_id'], unique=False)
    op.create_table('allocation_plan',
    sa.Column('agreement_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('income_type', sa.Text(), nullable=False),
    sa.Column('basis', sa.Text(), nullable=False),
    sa.Column('valid_from', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreement.id'], name=op.f('fk_allocation_plan_agreement_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_allocation_plan')),
    sa.UniqueConstraint('agreement_id', 'income_type', 'valid_from', name=op.f('uq_allocation_plan_agreement_id_income_type_valid_from')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_allocation_plan_agreement_id'), 'allocation_plan', ['agreement_id'], unique=False)
    op.create_table('case_step',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('step', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('since', sa.Text(), nullable=True),
    sa.Column('started', sa.Text(), nullable=True),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('summary_values', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint("state NOT IN ('waiting', 'waived') OR reason <> ''", name=op.f('ck_case_step_reason')),
    sa.CheckConstraint('step BETWEEN 1 AND 9', name=op.f('ck_case_step_step')),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_case_step_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_case_step_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_step')),
    sa.UniqueConstraint('case_id', 'step', name=op.f('uq_case_step_case_id_step')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('chosen_share',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('policy', sa.Text(), nullable=False),
    sa.Column('party', sa.Text(), nullable=False),
    sa.Column('numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('valid_from', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('numerator >= 0 AND numerator <= denominator', name=op.f('ck_chosen_share_share')),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_chosen_share_case_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_chosen_share')),
    sa.UniqueConstraint('case_id', 'policy', 'party', 'valid_from', name=op.f('uq_chosen_share_case_id_policy_party_valid_from')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_chosen_share_case_id'), 'chosen_share', ['case_id'], unique=False)
    op.create_table('co_owner',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('from_day', sa.Text(), nullable=False),
    sa.Column('until_day', sa.Text(), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('numerator > 0 AND numerator < denominator', name=op.f('ck_co_owner_share')),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_co_owner_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_co_owner_organisation_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_co_owner')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_co_owner_case_id'), 'co_owner', ['case_id'], unique=False)
    op.create_index(op.f('ix_co_owner_organisation_id'), 'co_owner', ['organisation_id'], unique=False)
    op.create_table('cost_payer',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('valid_from', sa.Text(), nullable=False),
    sa.Column('position', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('payer', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint("(payer = 'office') = (organisation_id IS NULL)", name=op.f('ck_cost_payer_payer')),
    sa.CheckConstraint('numerator > 0 AND numerator <= denominator', name=op.f('ck_cost_payer_share')),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_cost_payer_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_cost_payer_organisation_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cost_payer')),
    sa.UniqueConstraint('case_id', 'valid_from', 'position', name=op.f('uq_cost_payer_case_id_valid_from_position')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_cost_payer_organisation_id'), 'cost_payer', ['organisation_id'], unique=False)
    op.create_table('decision',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('outcome', sa.Text(), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reasons', sa.Text(), nullable=False),
    sa.Column('evidence', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_decision_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_decision_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_decision_case_id'), 'decision', ['case_id'], unique=False)
    op.create_table('disclosure',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('label', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('since', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('received', sa.Text(), nullable=False),
    sa.Column('form_id', sa.Text(), nullable=False),
    sa.Column('submitted_by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint("state NOT IN ('sent_back', 'withdrawn') OR reason <> ''", name=op.f('ck_disclosure_reason')),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_disclosure_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['submitted_by_id'], ['person.id'], name=op.f('fk_disclosure_submitted_by_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_disclosure')),
    sa.UniqueConstraint('label', name=op.f('uq_disclosure_label')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_disclosure_case_id'), 'disclosure', ['case_id'], unique=False)
    op.create_table('docket_record',
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('label', sa.Text(), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('asked_from', sa.Text(), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_docket_record_case_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_docket_record')),
    sa.UniqueConstraint('subject', name=op.f('uq_docket_record_subject')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_docket_record_case_id'), 'docket_record', ['case_id'], unique=False)
    op.create_table('firm_invoice',
    sa.Column('firm_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('total', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('base_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('base_currency', sa.Text(), nullable=False),
    sa.Column('rate_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('due_on', sa.Text(), nullable=True),
    sa.Column('paid_on', sa.Text(), nullable=True),
    sa.Column('paid_by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('memo', sa.Text(), nullable=False),
    sa.Column('reversed_by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['firm_id'], ['organisation.id'], name=op.f('fk_firm_invoice_firm_id'), deferrable=True),
    sa.ForeignKeyConstraint(['paid_by_id'], ['journal_entry.id'], name=op.f('fk_firm_invoice_paid_by_id'), deferrable=True),
    sa.ForeignKeyConstraint(['rate_id'], ['exchange_rate.id'], name=op.f('fk_firm_invoice_rate_id'), deferrable=True),
    sa.ForeignKeyConstraint(['reversed_by_id'], ['journal_entry.id'], name=op.f('fk_firm_invoice_reversed_by_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_firm_invoice')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_firm_invoice_firm_id'), 'firm_invoice', ['firm_id'], unique=False)
    op.create_index(op.f('ix_firm_invoice_number'), 'firm_invoice', ['number'], unique=False)
    op.create_index(op.f('ix_firm_invoice_on_day'), 'firm_invoice', ['on_day'], unique=False)
    op.create_table('hand_over',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('from_person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('to_person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_hand_over_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['from_person_id'], ['person.id'], name=op.f('fk_hand_over_from_person_id'), deferrable=True),
    sa.ForeignKeyConstraint(['to_person_id'], ['person.id'], name=op.f('fk_hand_over_to_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_hand_over')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_hand_over_case_id'), 'hand_over', ['case_id'], unique=False)
    op.create_table('happening',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('step', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('values', sa.Text(), nullable=False),
    sa.Column('source', sa.Text(), nullable=True),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_happening_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_happening_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_happening')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_happening_case_id'), 'happening', ['case_id'], unique=False)
    op.create_table('informal_transfer',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_informal_transfer_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_informal_transfer_organisation_id'), deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_informal_transfer_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_informal_transfer')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_informal_transfer_case_id'), 'informal_transfer', ['case_id'], unique=False)
    op.create_table('party_plan',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('party', sa.Text(), nullable=False),
    sa.Column('valid_from', sa.Text(), nullable=False),
    sa.Column('left', sa.Integer(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_party_plan_case_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_party_plan')),
    sa.UniqueConstraint('case_id', 'party', 'valid_from', name=op.f('uq_party_plan_case_id_party_valid_from')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_party_plan_case_id'), 'party_plan', ['case_id'], unique=False)
    op.create_table('patent_case',
    sa.Column('right_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('from_day', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('numerator > 0 AND numerator <= denominator', name=op.f('ck_patent_case_share')),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_patent_case_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['right_id'], ['patent.id'], name=op.f('fk_patent_case_right_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_patent_case')),
    sa.UniqueConstraint('right_id', 'case_id', 'from_day', name=op.f('uq_patent_case_right_id_case_id_from_day')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_patent_case_case_id'), 'patent_case', ['case_id'], unique=False)
    op.create_table('patent_link',
    sa.Column('right_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('earlier_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('right_id <> earlier_id', name=op.f('ck_patent_link_other')),
    sa.ForeignKeyConstraint(['earlier_id'], ['patent.id'], name=op.f('fk_patent_link_earlier_id'), deferrable=True),
    sa.ForeignKeyConstraint(['right_id'], ['patent.id'], name=op.f('fk_patent_link_right_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_patent_link')),
    sa.UniqueConstraint('right_id', 'earlier_id', name=op.f('uq_patent_link_right_id_earlier_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_patent_link_earlier_id'), 'patent_link', ['earlier_id'], unique=False)
    op.create_table('patent_party',
    sa.Column('right_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint("role IN ('applicant', 'owner')", name=op.f('ck_patent_party_role')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_patent_party_organisation_id'), deferrable=True),
    sa.ForeignKeyConstraint(['right_id'], ['patent.id'], name=op.f('fk_patent_party_right_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_patent_party')),
    sa.UniqueConstraint('right_id', 'role', 'organisation_id', name=op.f('uq_patent_party_right_id_role_organisation_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_patent_party_organisation_id'), 'patent_party', ['organisation_id'], unique=False)
    op.create_table('payee_route',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('way', sa.Text(), nullable=False),
    sa.Column('to', sa.Text(), nullable=False),
    sa.Column('valid_from', sa.Text(), nullable=False),
    sa.Column('valid_until', sa.Text(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_payee_route_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_payee_route_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payee_route')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_payee_route_case_id'), 'payee_route', ['case_id'], unique=False)
    op.create_index(op.f('ix_payee_route_person_id'), 'payee_route', ['person_id'], unique=False)
    op.create_table('posting',
    sa.Column('entry_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('account', sa.Text(), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('party', sa.Text(), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_posting_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['entry_id'], ['journal_entry.id'], name=op.f('fk_posting_entry_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_posting')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_posting_account'), 'posting', ['account'], unique=False)
    op.create_index(op.f('ix_posting_case_id'), 'posting', ['case_id'], unique=False)
    op.create_index(op.f('ix_posting_entry_id'), 'posting', ['entry_id'], unique=False)
    op.create_index(op.f('ix_posting_party'), 'posting', ['party'], unique=False)
    op.create_table('prior_claim',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('valid_from', sa.Text(), nullable=False),
    sa.Column('valid_until', sa.Text(), nullable=True),
    sa.Column('ended_on', sa.Text(), nullable=True),
    sa.Column('why_ended', sa.Text(), nullable=False),
    sa.Column('excess', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('entry_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint("(what = 'reserve') = (organisation_id IS NULL)", name=op.f('ck_prior_claim_organisation')),
    sa.CheckConstraint("what <> 'reserve' OR minor IS NOT NULL", name=op.f('ck_prior_claim_reserve')),
    sa.CheckConstraint('(minor IS NULL) <> (numerator IS NULL)', name=op.f('ck_prior_claim_amount_or_share')),
    sa.CheckConstraint('(numerator IS NULL) = (denominator IS NULL)', name=op.f('ck_prior_claim_share')),
    sa.CheckConstraint('excess >= 0 AND (excess = 0 OR ended_on IS NOT NULL)', name=op.f('ck_prior_claim_excess')),
    sa.CheckConstraint('minor > 0', name=op.f('ck_prior_claim_minor')),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_prior_claim_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['entry_id'], ['journal_entry.id'], name=op.f('fk_prior_claim_entry_id'), deferrable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_prior_claim_organisation_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_prior_claim')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_prior_claim_case_id'), 'prior_claim', ['case_id'], unique=False)
    op.create_index(op.f('ix_prior_claim_organisation_id'), 'prior_claim', ['organisation_id'], unique=False)
    op.create_table('receipt',
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('received', sa.Text(), nullable=False),
    sa.Column('payer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('source', sa.Text(), nullable=True),
    sa.Column('income_type', sa.Text(), nullable=False),
    sa.Column('gross', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('bank_fees', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('withheld_tax', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('base_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('base_currency', sa.Text(), nullable=False),
    sa.Column('rate_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('memo', sa.Text(), nullable=False),
    sa.Column('reversed_by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('foreign_number', sa.Text(), nullable=False),
    sa.Column('import_run_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('bank_fees + withheld_tax <= gross', name=op.f('ck_receipt_gross')),
    sa.CheckConstraint('bank_fees >= 0 AND withheld_tax >= 0', name=op.f('ck_receipt_kept_back')),
    sa.ForeignKeyConstraint(['import_run_id'], ['import_run.id'], name=op.f('fk_receipt_import_run_id'), deferrable=True),
    sa.ForeignKeyConstraint(['payer_id'], ['organisation.id'], name=op.f('fk_receipt_payer_id'), deferrable=True),
    sa.ForeignKeyConstraint(['rate_id'], ['exchange_rate.id'], name=op.f('fk_receipt_rate_id'), deferrable=True),
    sa.ForeignKeyConstraint(['reversed_by_id'], ['journal_entry.id'], name=op.f('fk_receipt_reversed_by_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_receipt')),
    sa.UniqueConstraint('number', name=op.f('uq_receipt_number')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_receipt_foreign_number'), 'receipt', ['foreign_number'], unique=False)
    op.create_index(op.f('ix_receipt_import_run_id'), 'receipt', ['import_run_id'], unique=False)
    op.create_index(op.f('ix_receipt_payer_id'), 'receipt', ['payer_id'], unique=False)
    op.create_index(op.f('ix_receipt_received'), 'receipt', ['received'], unique=False)
    op.create_index(op.f('ix_receipt_source'), 'receipt', ['source'], unique=False)
    op.create_table('run',
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('through', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('drafted_by', sa.Text(), nullable=False),
    sa.Column('approved_by', sa.Text(), nullable=False),
    sa.Column('approved_at', sa.Text(), nullable=True),
    sa.Column('posted_on', sa.Text(), nullable=True),
    sa.Column('entry_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reversal_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('payment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('corrects_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['corrects_id'], ['run.id'], name=op.f('fk_run_corrects_id'), deferrable=True),
    sa.ForeignKeyConstraint(['entry_id'], ['journal_entry.id'], name=op.f('fk_run_entry_id'), deferrable=True),
    sa.ForeignKeyConstraint(['payment_id'], ['journal_entry.id'], name=op.f('fk_run_payment_id'), deferrable=True),
    sa.ForeignKeyConstraint(['reversal_id'], ['journal_entry.id'], name=op.f('fk_run_reversal_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_run')),
    sa.UniqueConstraint('number', name=op.f('uq_run_number')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_run_corrects_id'), 'run', ['corrects_id'], unique=False)
    op.create_table('share_class',
    sa.Column('book_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('into_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('price_numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('price_denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('priced_on', sa.Text(), nullable=True),
    sa.Column('expires', sa.Text(), nullable=True),
    sa.Column('anti_dilution', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('numerator > 0 AND denominator > 0', name=op.f('ck_share_class_ratio')),
    sa.ForeignKeyConstraint(['book_id'], ['share_book.id'], name=op.f('fk_share_class_book_id'), deferrable=True),
    sa.ForeignKeyConstraint(['into_id'], ['share_class.id'], name=op.f('fk_share_class_into_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_share_class')),
    sa.UniqueConstraint('book_id', 'name', name=op.f('uq_share_class_book_id_name')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_share_class_book_id'), 'share_class', ['book_id'], unique=False)
    op.create_table('share_plan',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('valid_from', sa.Text(), nullable=False),
    sa.Column('is_open', sa.Integer(), nullable=False),
    sa.Column('signed_on', sa.Text(), nullable=True),
    sa.Column('signed_file_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_share_plan_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['signed_file_id'], ['file.id'], name=op.f('fk_share_plan_signed_file_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_share_plan')),
    sa.UniqueConstraint('case_id', 'valid_from', name=op.f('uq_share_plan_case_id_valid_from')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('title_holding',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('holder_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('from_day', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_title_holding_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['holder_id'], ['organisation.id'], name=op.f('fk_title_holding_holder_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_title_holding')),
    sa.UniqueConstraint('case_id', 'from_day', name=op.f('uq_title_holding_case_id_from_day')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('title_offer',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('offered_to_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('offered_on', sa.Text(), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('answered_on', sa.Text(), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint("(answer = '') = (answered_on IS NULL)", name=op.f('ck_title_offer_answer_and_day')),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_title_offer_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['offered_to_id'], ['organisation.id'], name=op.f('fk_title_offer_offered_to_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_title_offer')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_title_offer_case_id'), 'title_offer', ['case_id'], unique=False)
    op.create_table('allocation_share',
    sa.Column('plan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('position_in_list', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('numerator > 0 AND numerator <= denominator', name=op.f('ck_allocation_share_share')),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_allocation_share_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['plan_id'], ['allocation_plan.id'], name=op.f('fk_allocation_share_plan_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_allocation_share')),
    sa.UniqueConstraint('plan_id', 'case_id', name=op.f('uq_allocation_share_plan_id_case_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_allocation_share_case_id'), 'allocation_share', ['case_id'], unique=False)
    op.create_table('disclosure_award',
    sa.Column('disclosure_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('award_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['award_id'], ['award.id'], name=op.f('fk_disclosure_award_award_id'), deferrable=True),
    sa.ForeignKeyConstraint(['disclosure_id'], ['disclosure.id'], name=op.f('fk_disclosure_award_disclosure_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_disclosure_award')),
    sa.UniqueConstraint('disclosure_id', 'award_id', name=op.f('uq_disclosure_award_disclosure_id_award_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_disclosure_award_award_id'), 'disclosure_award', ['award_id'], unique=False)
    op.create_table('docket_event',
    sa.Column('docket_record_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('source', sa.Text(), nullable=True),
    sa.Column('recorded_by', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['docket_record_id'], ['docket_record.id'], name=op.f('fk_docket_event_docket_record_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_docket_event')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_docket_event_docket_record_id'), 'docket_event', ['docket_record_id'], unique=False)
    op.create_index(op.f('ix_docket_event_source'), 'docket_event', ['source'], unique=False)
    op.create_table('firm_invoice_line',
    sa.Column('invoice_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('position', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('service_day', sa.Text(), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['invoice_id'], ['firm_invoice.id'], name=op.f('fk_firm_invoice_line_invoice_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_firm_invoice_line')),
    sa.UniqueConstraint('invoice_id', 'position', name=op.f('uq_firm_invoice_line_invoice_id_position')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_firm_invoice_line_subject'), 'firm_invoice_line', ['subject'], unique=False)
    op.create_table('inventor',
    sa.Column('disclosure_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('position_in_list', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('employer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('position', sa.Text(), nullable=False),
    sa.Column('assignment', sa.Text(), nullable=False),
    sa.Column('assigned_on', sa.Text(), nullable=True),
    sa.Column('assignment_file_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint("assignment <> 'signed' OR assigned_on IS NOT NULL", name=op.f('ck_inventor_signed_day')),
    sa.ForeignKeyConstraint(['assignment_file_id'], ['file.id'], name=op.f('fk_inventor_assignment_file_id'), deferrable=True),
    sa.ForeignKeyConstraint(['disclosure_id'], ['disclosure.id'], name=op.f('fk_inventor_disclosure_id'), deferrable=True),
    sa.ForeignKeyConstraint(['employer_id'], ['organisation.id'], name=op.f('fk_inventor_employer_id'), deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_inventor_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_inventor')),
    sa.UniqueConstraint('disclosure_id', 'person_id', name=op.f('uq_inventor_disclosure_id_person_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_inventor_person_id'), 'inventor', ['person_id'], unique=False)
    op.create_table('inventor_share',
    sa.Column('plan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('position_in_list', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('numerator > 0 AND numerator <= denominator', name=op.f('ck_inventor_share_share')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_inventor_share_person_id'), deferrable=True),
    sa.ForeignKeyConstraint(['plan_id'], ['share_plan.id'], name=op.f('fk_inventor_share_plan_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_inventor_share')),
    sa.UniqueConstraint('plan_id', 'person_id', name=op.f('uq_inventor_share_plan_id_person_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_inventor_share_person_id'), 'inventor_share', ['person_id'], unique=False)
    op.create_table('material',
    sa.Column('disclosure_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('source_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('terms', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['disclosure_id'], ['disclosure.id'], name=op.f('fk_material_disclosure_id'), deferrable=True),
    sa.ForeignKeyConstraint(['source_id'], ['organisation.id'], name=op.f('fk_material_source_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_material')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_material_disclosure_id'), 'material', ['disclosure_id'], unique=False)
    op.create_table('party_share',
    sa.Column('plan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('position_in_list', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('numerator > 0 AND numerator <= denominator', name=op.f('ck_party_share_share')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_party_share_organisation_id'), deferrable=True),
    sa.ForeignKeyConstraint(['plan_id'], ['party_plan.id'], name=op.f('fk_party_share_plan_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_party_share')),
    sa.UniqueConstraint('plan_id', 'organisation_id', name=op.f('uq_party_share_plan_id_organisation_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_party_share_organisation_id'), 'party_share', ['organisation_id'], unique=False)
    op.create_table('payment',
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('run_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('entry_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['entry_id'], ['journal_entry.id'], name=op.f('fk_payment_entry_id'), deferrable=True),
    sa.ForeignKeyConstraint(['run_id'], ['run.id'], name=op.f('fk_payment_run_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payment')),
    sa.UniqueConstraint('number', name=op.f('uq_payment_number')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_payment_run_id'), 'payment', ['run_id'], unique=False)
    op.create_table('publication',
    sa.Column('disclosure_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('is_planned', sa.Integer(), nullable=False),
    sa.Column('is_public', sa.Integer(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['disclosure_id'], ['disclosure.id'], name=op.f('fk_publication_disclosure_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_publication')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_publication_disclosure_id'), 'publication', ['disclosure_id'], unique=False)
    op.create_table('receipt_part',
    sa.Column('receipt_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_receipt_part_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['receipt_id'], ['receipt.id'], name=op.f('fk_receipt_part_receipt_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_receipt_part')),
    sa.UniqueConstraint('receipt_id', 'case_id', name=op.f('uq_receipt_part_receipt_id_case_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_receipt_part_case_id'), 'receipt_part', ['case_id'], unique=False)
    op.create_table('run_event',
    sa.Column('run_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('source', sa.Text(), nullable=True),
    sa.Column('policy_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('unit', sa.Text(), nullable=False),
    sa.Column('period', sa.Text(), nullable=False),
    sa.Column('gross', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('expenses', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('net', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('explanation', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_run_event_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['policy_id'], ['policy_version.id'], name=op.f('fk_run_event_policy_id'), deferrable=True),
    sa.ForeignKeyConstraint(['run_id'], ['run.id'], name=op.f('fk_run_event_run_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_run_event')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_run_event_case_id'), 'run_event', ['case_id'], unique=False)
    op.create_index(op.f('ix_run_event_run_id'), 'run_event', ['run_id'], unique=False)
    op.create_index(op.f('ix_run_event_unit'), 'run_event', ['unit'], unique=False)
    op.create_table('share_event',
    sa.Column('book_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('price_numerator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('price_denominator', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('gross', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('brokerage', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('memo', sa.Text(), nullable=False),
    sa.Column('receipt_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('entry_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reversed_on', sa.Text(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['book_id'], ['share_book.id'], name=op.f('fk_share_event_book_id'), deferrable=True),
    sa.ForeignKeyConstraint(['entry_id'], ['journal_entry.id'], name=op.f('fk_share_event_entry_id'), deferrable=True),
    sa.ForeignKeyConstraint(['receipt_id'], ['receipt.id'], name=op.f('fk_share_event_receipt_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_share_event')),
    sa.UniqueConstraint('number', name=op.f('uq_share_event_number')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_share_event_book_id'), 'share_event', ['book_id'], unique=False)
    op.create_index(op.f('ix_share_event_on_day'), 'share_event', ['on_day'], unique=False)
    op.create_index(op.f('ix_share_event_receipt_id'), 'share_event', ['receipt_id'], unique=False)
    op.create_table('share_holding',
    sa.Column('book_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('class_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('holder', sa.Text(), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('owner', sa.Text(), nullable=False),
    sa.Column('certificate', sa.Text(), nullable=False),
    sa.Column('agreement_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('locked_until', sa.Text(), nullable=True),
    sa.Column('restrictions', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreement.id'], name=op.f('fk_share_holding_agreement_id'), deferrable=True),
    sa.ForeignKeyConstraint(['book_id'], ['share_book.id'], name=op.f('fk_share_holding_book_id'), deferrable=True),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_share_holding_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['class_id'], ['share_class.id'], name=op.f('fk_share_holding_class_id'), deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_share_holding_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_share_holding')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_share_holding_agreement_id'), 'share_holding', ['agreement_id'], unique=False)
    op.create_index(op.f('ix_share_holding_book_id'), 'share_holding', ['book_id'], unique=False)
    op.create_index(op.f('ix_share_holding_case_id'), 'share_holding', ['case_id'], unique=False)
    op.create_index(op.f('ix_share_holding_class_id'), 'share_holding', ['class_id'], unique=False)
    op.create_index(op.f('ix_share_holding_person_id'), 'share_holding', ['person_id'], unique=False)
    op.create_table('deadline',
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('docket_record_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('step', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('rule', sa.Text(), nullable=False),
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('citation', sa.Text(), nullable=False),
    sa.Column('raw', sa.Text(), nullable=False),
    sa.Column('legal', sa.Text(), nullable=False),
    sa.Column('safe', sa.Text(), nullable=False),
    sa.Column('opens', sa.Text(), nullable=True),
    sa.Column('surcharge_until', sa.Text(), nullable=True),
    sa.Column('last', sa.Text(), nullable=False),
    sa.Column('extension_months', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('extended_to', sa.Text(), nullable=True),
    sa.Column('is_hard', sa.Integer(), nullable=False),
    sa.Column('is_duty', sa.Integer(), nullable=False),
    sa.Column('by_hand', sa.Integer(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('evidence', sa.Text(), nullable=False),
    sa.Column('decided_by', sa.Text(), nullable=False),
    sa.Column('set_by', sa.Text(), nullable=False),
    sa.Column('checked_by', sa.Text(), nullable=False),
    sa.Column('checked_on', sa.Text(), nullable=True),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint("(state = 'open') = (on_day IS NULL)", name=op.f('ck_deadline_day_of_state')),
    sa.CheckConstraint("by_hand = 0 OR rule = ''", name=op.f('ck_deadline_by_hand')),
    sa.CheckConstraint("state IN ('open', 'done', 'waived', 'missed', 'ended')", name=op.f('ck_deadline_state')),
    sa.CheckConstraint("state NOT IN ('waived', 'missed') OR reason <> ''", name=op.f('ck_deadline_reason')),
    sa.CheckConstraint('safe <= legal AND legal <= last', name=op.f('ck_deadline_order')),
    sa.CheckConstraint('step BETWEEN 1 AND 9', name=op.f('ck_deadline_step')),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_deadline_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['docket_record_id'], ['docket_record.id'], name=op.f('fk_deadline_docket_record_id'), deferrable=True),
    sa.ForeignKeyConstraint(['event_id'], ['docket_event.id'], name=op.f('fk_deadline_event_id'), deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_deadline_person_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deadline')),
    sa.UniqueConstraint('docket_record_id', 'rule', 'event_id', name=op.f('uq_deadline_docket_record_id_rule_event_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_deadline_case_id'), 'deadline', ['case_id'], unique=False)
    op.create_index(op.f('ix_deadline_event_id'), 'deadline', ['event_id'], unique=False)
    op.create_index(op.f('ix_deadline_person_id'), 'deadline', ['person_id'], unique=False)
    op.create_index('ix_deadline_state_safe', 'deadline', ['state', 'safe'], unique=False)
    op.create_index(op.f('ix_deadline_subject'), 'deadline', ['subject'], unique=False)
    op.create_table('expense',
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('supplier_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('invoice', sa.Text(), nullable=False),
    sa.Column('line_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('amount', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('base_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('base_currency', sa.Text(), nullable=False),
    sa.Column('rate_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('payer', sa.Text(), nullable=False),
    sa.Column('payer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('claim_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('since', sa.Text(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('recovered', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('memo', sa.Text(), nullable=False),
    sa.Column('reversed_by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint("payer = 'office' OR claim_id IS NULL OR payer_id IS NOT NULL", name=op.f('ck_expense_payer')),
    sa.CheckConstraint("state <> 'invoiced' OR claim_id IS NOT NULL", name=op.f('ck_expense_claim')),
    sa.CheckConstraint("state IN ('recoverable', 'invoiced', 'recovered', 'written_off')", name=op.f('ck_expense_state')),
    sa.CheckConstraint('recovered >= 0 AND recovered <= base_minor', name=op.f('ck_expense_recovered')),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_expense_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['claim_id'], ['cost_claim.id'], name=op.f('fk_expense_claim_id'), deferrable=True),
    sa.ForeignKeyConstraint(['line_id'], ['firm_invoice_line.id'], name=op.f('fk_expense_line_id'), deferrable=True),
    sa.ForeignKeyConstraint(['payer_id'], ['organisation.id'], name=op.f('fk_expense_payer_id'), deferrable=True),
    sa.ForeignKeyConstraint(['rate_id'], ['exchange_rate.id'], name=op.f('fk_expense_rate_id'), deferrable=True),
    sa.ForeignKeyConstraint(['reversed_by_id'], ['journal_entry.id'], name=op.f('fk_expense_reversed_by_id'), deferrable=True),
    sa.ForeignKeyConstraint(['supplier_id'], ['organisation.id'], name=op.f('fk_expense_supplier_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_expense')),
    sa.UniqueConstraint('number', name=op.f('uq_expense_number')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_expense_case_id'), 'expense', ['case_id'], unique=False)
    op.create_index(op.f('ix_expense_claim_id'), 'expense', ['claim_id'], unique=False)
    op.create_index(op.f('ix_expense_line_id'), 'expense', ['line_id'], unique=False)
    op.create_index(op.f('ix_expense_on_day'), 'expense', ['on_day'], unique=False)
    op.create_index(op.f('ix_expense_payer_id'), 'expense', ['payer_id'], unique=False)
    op.create_index(op.f('ix_expense_subject'), 'expense', ['subject'], unique=False)
    op.create_index(op.f('ix_expense_supplier_id'), 'expense', ['supplier_id'], unique=False)
    op.create_table('payment_line',
    sa.Column('payment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('payee', sa.Text(), nullable=False),
    sa.Column('payee_name', sa.Text(), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('route', sa.Text(), nullable=False),
    sa.Column('account', sa.Text(), nullable=False),
    sa.Column('permitted_use', sa.Text(), nullable=False),
    sa.Column('returned_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('returned_on', sa.Text(), nullable=True),
    sa.Column('why_returned', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('minor > 0', name=op.f('ck_payment_line_minor')),
    sa.ForeignKeyConstraint(['payment_id'], ['payment.id'], name=op.f('fk_payment_line_payment_id'), deferrable=True),
    sa.ForeignKeyConstraint(['returned_id'], ['journal_entry.id'], name=op.f('fk_payment_line_returned_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payment_line')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_payment_line_payee'), 'payment_line', ['payee'], unique=False)
    op.create_index(op.f('ix_payment_line_payment_id'), 'payment_line', ['payment_id'], unique=False)
    op.create_table('release',
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('entry_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['entry_id'], ['journal_entry.id'], name=op.f('fk_release_entry_id'), deferrable=True),
    sa.ForeignKeyConstraint(['event_id'], ['run_event.id'], name=op.f('fk_release_event_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_release')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_release_event_id'), 'release', ['event_id'], unique=False)
    op.create_table('run_claim',
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('claim_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('released', sa.Integer(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('minor <> 0', name=op.f('ck_run_claim_minor')),
    sa.ForeignKeyConstraint(['claim_id'], ['prior_claim.id'], name=op.f('fk_run_claim_claim_id'), deferrable=True),
    sa.ForeignKeyConstraint(['event_id'], ['run_event.id'], name=op.f('fk_run_claim_event_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_run_claim')),
    sa.UniqueConstraint('event_id', 'claim_id', 'released', name=op.f('uq_run_claim_event_id_claim_id_released')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_run_claim_claim_id'), 'run_claim', ['claim_id'], unique=False)
    op.create_index(op.f('ix_run_claim_event_id'), 'run_claim', ['event_id'], unique=False)
    op.create_table('run_left_out',
    sa.Column('run_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('part_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('why_values', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['part_id'], ['receipt_part.id'], name=op.f('fk_run_left_out_part_id'), deferrable=True),
    sa.ForeignKeyConstraint(['run_id'], ['run.id'], name=op.f('fk_run_left_out_run_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_run_left_out')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_run_left_out_part_id'), 'run_left_out', ['part_id'], unique=False)
    op.create_index(op.f('ix_run_left_out_run_id'), 'run_left_out', ['run_id'], unique=False)
    op.create_table('run_receipt',
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('part_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['run_event.id'], name=op.f('fk_run_receipt_event_id'), deferrable=True),
    sa.ForeignKeyConstraint(['part_id'], ['receipt_part.id'], name=op.f('fk_run_receipt_part_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_run_receipt')),
    sa.UniqueConstraint('event_id', 'part_id', name=op.f('uq_run_receipt_event_id_part_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_run_receipt_part_id'), 'run_receipt', ['part_id'], unique=False)
    op.create_table('run_tally',
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('policy', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('period', sa.Text(), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['run_event.id'], name=op.f('fk_run_tally_event_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_run_tally')),
    sa.UniqueConstraint('event_id', 'name', 'place', 'period', name=op.f('uq_run_tally_event_id_name_place_period')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_run_tally_event_id'), 'run_tally', ['event_id'], unique=False)
    op.create_index('ix_run_tally_place_policy', 'run_tally', ['place', 'policy'], unique=False)
    op.create_table('share_distribution',
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('holding_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('policy_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('shares', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('elections', sa.Text(), nullable=False),
    sa.Column('explanation', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['technology.id'], name=op.f('fk_share_distribution_case_id'), deferrable=True),
    sa.ForeignKeyConstraint(['event_id'], ['share_event.id'], name=op.f('fk_share_distribution_event_id'), deferrable=True),
    sa.ForeignKeyConstraint(['holding_id'], ['share_holding.id'], name=op.f('fk_share_distribution_holding_id'), deferrable=True),
    sa.ForeignKeyConstraint(['policy_id'], ['policy_version.id'], name=op.f('fk_share_distribution_policy_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_share_distribution')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_share_distribution_case_id'), 'share_distribution', ['case_id'], unique=False)
    op.create_index(op.f('ix_share_distribution_event_id'), 'share_distribution', ['event_id'], unique=False)
    op.create_index(op.f('ix_share_distribution_holding_id'), 'share_distribution', ['holding_id'], unique=False)
    op.create_table('share_move',
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('holding_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('shares', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('cost', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('paid', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['share_event.id'], name=op.f('fk_share_move_event_id'), deferrable=True),
    sa.ForeignKeyConstraint(['holding_id'], ['share_holding.id'], name=op.f('fk_share_move_holding_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_share_move')),
    sa.UniqueConstraint('event_id', 'holding_id', name=op.f('uq_share_move_event_id_holding_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_share_move_event_id'), 'share_move', ['event_id'], unique=False)
    op.create_index(op.f('ix_share_move_holding_id'), 'share_move', ['holding_id'], unique=False)
    op.create_table('cost_recovery',
    sa.Column('expense_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('on_day', sa.Text(), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['expense_id'], ['expense.id'], name=op.f('fk_cost_recovery_expense_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cost_recovery')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_cost_recovery_expense_id'), 'cost_recovery', ['expense_id'], unique=False)
    op.create_index(op.f('ix_cost_recovery_source'), 'cost_recovery', ['source'], unique=False)
    op.create_table('released_part',
    sa.Column('release_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('party', sa.Text(), nullable=False),
    sa.Column('payee', sa.Text(), nullable=False),
    sa.Column('payee_name', sa.Text(), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('share', sa.Text(), nullable=False),
    sa.Column('node', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['release_id'], ['release.id'], name=op.f('fk_released_part_release_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_released_part')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_released_part_payee'), 'released_part', ['payee'], unique=False)
    op.create_index(op.f('ix_released_part_release_id'), 'released_part', ['release_id'], unique=False)
    op.create_table('run_expense',
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('expense_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('minor <> 0', name=op.f('ck_run_expense_minor')),
    sa.ForeignKeyConstraint(['event_id'], ['run_event.id'], name=op.f('fk_run_expense_event_id'), deferrable=True),
    sa.ForeignKeyConstraint(['expense_id'], ['expense.id'], name=op.f('fk_run_expense_expense_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_run_expense')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_run_expense_event_id'), 'run_expense', ['event_id'], unique=False)
    op.create_index(op.f('ix_run_expense_expense_id'), 'run_expense', ['expense_id'], unique=False)
    op.create_table('run_share',
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('party', sa.Text(), nullable=False),
    sa.Column('payee', sa.Text(), nullable=False),
    sa.Column('payee_name', sa.Text(), nullable=False),
    sa.Column('account', sa.Text(), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('held', sa.Integer(), nullable=False),
    sa.Column('why_held', sa.Text(), nullable=False),
    sa.Column('why_values', sa.Text(), nullable=False),
    sa.Column('awaits', sa.Text(), nullable=False),
    sa.Column('release_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('node', sa.Text(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['run_event.id'], name=op.f('fk_run_share_event_id'), deferrable=True),
    sa.ForeignKeyConstraint(['release_id'], ['release.id'], name=op.f('fk_run_share_release_id'), deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_run_share')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_run_share_event_id'), 'run_share', ['event_id'], unique=False)
    op.create_index(op.f('ix_run_share_payee'), 'run_share', ['payee'], unique=False)
    op.create_index(op.f('ix_run_share_release_id'), 'run_share', ['release_id'], unique=False)
    search.create(op.get_bind())
