// Keeps what is sent to a model, and compares it with what the log says of it: which fields, and whose data.
import type { modelRequests } from '../../../src/ai/db/model.sql.ts'
import type { ModelRequest } from '../../../src/ai/flows/model.ts'
import type { Provider } from '../../../src/ai/flows/provider.ts'
import { EVERYBODY, LEADERS, NORTH, SOUTH, tracesOf, WEST } from './people.ts'

/** `into`: each request as it was sent. */
export const recording = (provider: Provider, into: ModelRequest[]): Provider => ({
  ...provider,
  ask: (request, withinMs) => {
    // Whoever asks goes on with the same list of what tools returned.
    into.push({ ...request, earlier: [...(request.earlier ?? [])] })
    return provider.ask(request, withinMs)
  },
})

const inputsOf = ({ input, earlier = [] }: ModelRequest) => [input, ...earlier.map(({ result }) => result)]

export const heldOf = (request: ModelRequest): string =>
  JSON.stringify([
    [...new Set(inputsOf(request).flatMap(Object.keys))].toSorted(),
    [...request.subjects].toSorted(),
  ])
export const loggedOf = ({ fields, subjects }: typeof modelRequests.$inferSelect): string =>
  JSON.stringify([[...fields].toSorted(), [...subjects].toSorted()])

const AT_HOME = [
  ...EVERYBODY.filter((one) => [...NORTH, ...SOUTH, ...WEST].some((other) => other === one)).map((person) => {
    const { name, figures } = tracesOf(person)
    return { userId: person.userId, traces: [name, ...figures] }
  }),
  ...Object.values(LEADERS).map(({ userId, name }) => ({ userId, traces: [name] })),
]
/** By name or by a figure that is nobody else's: the sum of a team of one is that person's number. */
const heldIn = (request: ModelRequest): string[] => {
  const text = JSON.stringify(inputsOf(request)).replace(/(?<=\d),(?=\d{3})/gu, '')
  const stands = (trace: string) => new RegExp(`(?<!\\d)${trace}(?!\\d)`, 'u').test(text)
  return AT_HOME.flatMap(({ userId, traces }) => (traces.some(stands) ? [userId] : []))
}
const said = ({ subjects, input }: ModelRequest, userId: string): string =>
  `${userId} is not in ${subjects}: ${JSON.stringify(input).slice(0, 300)}`

/** Whoever is named or whose figure it holds, but does not find the request in their log. */
export const unlogged = (request: ModelRequest): string[] =>
  heldIn(request).flatMap((userId) => (request.subjects.includes(userId) ? [] : [said(request, userId)]))
