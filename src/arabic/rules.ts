/**
 * The version of everything that decides what an index row looks like: `words`, `fold` and `stem`. Raise it with
 * any change of theirs: stores made by other rules are then made anew at the next start.
 */
export const TEXT_RULES = 1
