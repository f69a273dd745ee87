"""Files read, columns mapped, dry run, import as one action; features register what they take in.

From a file to an office:

1. `reading.read(path, profile.choices)` gives a `Table`: unique columns, numbered rows of text or
   None. `Choices` overrule the detected encoding, delimiter and sheet. UserError refuses a file.
2. `queries.target_of(session, word)` gives the `Target` that a feature registered with
   `taking.takes_in(Taking(...))`: its fields, and which of them say who a row is.
3. `mapping.matched(table.columns, target)` proposes column → field; a `Profile` keeps what the
   officer settled. `actions.save_profile` stores it, `shipped.shipped_profiles` come along.
4. `queries.dry_run(session, table, profile, today)` gives a `Trial`: what an import would do. It
   raises `columns.DatesUndecided` when a date column can be read two ways.
5. `office.act(taking_of(word).action, ImportRows(profile, trial.file, name, sha256, theirs))`
   compares anew inside its transaction and writes; `import_rows` is undone whole.
6. `summary.sentences`, `counted`, `problems`, `rules_that_worked` and `empty_cells` tell people.

The pure side in between: `incoming.incoming` reads cells through a profile into lines of values,
`dryrun.compare` sets them against what is here and what the last import brought, `dryrun.writes`
and `dryrun.imported` say what to write and to remember. A feature's `Taking` has `found` (records by
the rows' keys), `write` (set operations) and, for money, `refusals`. What no field takes and cells
in question are kept as `model.ImportedText`.
"""
