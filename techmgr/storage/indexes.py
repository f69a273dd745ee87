"""Indexes written for both databases: apart from their records, since they load SQLAlchemy's other dialect."""

from sqlalchemy import Index, text

from techmgr.storage.audit import AuditChange

# What was deleted or altered is found for an as-of without reading the whole trail, most of which
# is the making of records.
_ALTERED = text("before IS NOT NULL")
BEFORE = Index(
    "ix_audit_change_before",
    AuditChange.table_name,
    sqlite_where=_ALTERED,
    postgresql_where=_ALTERED,
)
