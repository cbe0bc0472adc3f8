// Reads what a model passes to a tool: what it may leave out, and, in words for the model, what is wrong with it.
import type { ZodObject } from 'zod'

/** Strict schemas name every parameter; not every service holds a model to them. */
export function missingAsNull(given: unknown, { shape }: ZodObject): unknown {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return given
  const nullable = Object.entries(shape).filter(([, of]) => of.safeParse(null).success)
  return { ...Object.fromEntries(nullable.map(([name]) => [name, null])), ...given }
}

/** Nothing of what was passed is told back: it may be what somebody typed. */
export function wrongInCall(given: unknown, parameters: ZodObject): string {
  const names = Object.keys(parameters.shape)
  const takes = names.length > 0 ? `its parameters are ${names.join(', ')}` : 'it takes no parameters'
  const { error } = parameters.safeParse(missingAsNull(given, parameters))
  const wrong = (error?.issues ?? []).map(({ code, path: [name], message }) =>
    code === 'unrecognized_keys' || name === undefined ? takes : `${String(name)}: ${message}`,
  )
  return notCalled([...new Set(wrong)].join('; '))
}

export const notCalled = (why: string): string => `Not looked up: ${why}.`
