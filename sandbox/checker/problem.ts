// A problem found in a payload, for the local Slack's refusals and for tests.

export interface Problem {
  /** JSON pointer into the payload: `/blocks/1/elements/0/text`. */
  pointer: string
  /** Worded as Slack does: `must be less than 76 characters`. */
  message: string
  /** The limit's name (`button.text.max_length`) or the rule's (`block_id.duplicate`). */
  rule: string
}
