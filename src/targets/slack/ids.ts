// Action and callback ids of the modals and buttons about targets.

export const TARGETS = {
  /** Modals: the first form, the weights of people, and the preview that saves. */
  form: 'targets.form',
  weightsForm: 'targets.weights-form',
  previewForm: 'targets.preview-form',
  /** Of a team with teams below it: the weights of teams, and the preview that saves. */
  cascadeWeights: 'targets.team-weights',
  cascadePreview: 'targets.cascade',
  /** Of a pasted table: its form, and the preview that saves. */
  tableForm: 'targets.table-form',
  tablePreview: 'targets.table-preview',
  /** Button in the first form: the one for a table takes its place. */
  paste: 'targets.paste',
  /** Button in the preview of a large team: sends every part as a private message; and those to its other pages. */
  seeParts: 'targets.see-parts',
  turnParts: 'targets.turn-parts',
  /** Button with the team's id: explains the reader's own targets there, or with a user id behind it those of a rep. */
  why: 'targets.why',
  /** Button under the offer of a lower target, one for each metric: opens the form, filled in. */
  lower: 'targets.lower',
  /** Menu of teams under the command. */
  targetOf: 'targets.of-team',
} as const
