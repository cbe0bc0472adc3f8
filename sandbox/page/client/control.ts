// Talks to the control interface: everything that the page shows or does goes through here.

/** The control interface said no, in a sentence. */
export class Refusal extends Error {}

export const look = <T>(path: string): Promise<T> => answerOf<T>(fetch(`/control/${path}`))

export const act = <T = unknown>(operation: string, body: object): Promise<T> =>
  answerOf<T>(fetch(`/control/${operation}`, { method: 'POST', body: JSON.stringify(body) }))

async function answerOf<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked
  const body = (await response.json()) as T & { error?: string }
  if (response.ok) return body
  throw new Refusal(body.error ?? `The local Slack answered ${response.status}.`)
}

/** Who acts, as every operation of a person wants it. */
export interface Who {
  user: string
  workspace: string
}
