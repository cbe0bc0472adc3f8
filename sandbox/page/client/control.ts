// Talks to the control interface: everything that the page shows or does goes through here.

/** The control interface refused; the message is its sentence. */
export class ControlError extends Error {}

export const query = <T>(path: string): Promise<T> => answerOf<T>(fetch(`/control/${path}`))

export const runOperation = <T = unknown>(operation: string, body: object): Promise<T> =>
  answerOf<T>(fetch(`/control/${operation}`, { method: 'POST', body: JSON.stringify(body) }))

async function answerOf<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked
  const body = (await response.json()) as T & { error?: string }
  if (response.ok) return body
  throw new ControlError(body.error ?? `The local Slack answered ${response.status}.`)
}

/** The user who acts, as operations name them. */
export interface Who {
  user: string
  workspace: string
}
