"""Files read, columns mapped, dry run: pure values, no database; features register what they take in.

From a file to writes, in the order a feature's import action calls it:

1. `reading.read(path, profile.choices)` gives a `Table`: unique columns, numbered rows of text or
   None. `Choices` overrule the detected encoding, delimiter and sheet. UserError refuses a file.
2. `fields.targets()[word](session)` gives the `Target` that a feature registered with
   `@takes_in("cases")`: its fields, and which of them say who a row is.
3. `mapping.matched(table.columns, target)` proposes column → field; a `Profile` keeps what the
   officer settled (`as_plain`, `profile_of`).
4. `incoming.incoming(table, profile, target, answers)` gives an `Incoming`: lines of values, kept
   text, refusals, questions, and the rules applied by (row, field). It raises
   `columns.DatesUndecided` when a date column can be read two ways and the profile names no order.
5. `dryrun.compare(file, existing, last, blank_empties=...)` gives a `DryRun`. `existing` maps
   `target.key(values)` to an `Existing` with the same field keys and Python values as the file
   gives; `last` maps the key to what the last import of this profile brought.
6. `dryrun.writes(run, theirs=..., ours=...)` gives what to insert and update, as values and kept
   text; `dryrun.imported(run, last, ...)` gives what to store as `last` (it replaces the old entry
   of its key). Both are generators, for set operations in batches.
7. `summary.sentences`, `counted`, `problems`, `rules_that_worked` and `empty_cells` tell people.

A feature keeps per record its kept text (column → text) and per profile and key the `imported`
texts; it never stores a cell in question, only its kept text.
"""
