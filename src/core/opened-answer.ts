// The record that something is being written for a person: if the process ends before it is closed, they are told.
export interface OpenedAnswer {
  /** Where it will be shown says so now: in a message or a form, under Slack's id. */
  stands(id: string): Promise<void>
  /** It is still being written. */
  goesOn(): Promise<void>
  close(): Promise<void>
}
