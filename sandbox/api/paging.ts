// Cursor pagination, the same for all lists of the Web API.
import type { Json } from '../json.ts'
import { type Refused, refuse } from './answer.ts'
import { countArgument, textArgument } from './arguments.ts'

export type Page<T> = { ok: true; items: T[]; nextCursor: string } | Refused

/**
 * One page of `items`.
 * @param most the method's largest page; a larger `limit` is lowered to it
 * @param badLimit the method's error code for a limit that is no number, if it has one
 */
export function page<T>(args: Json, items: readonly T[], most: number, badLimit?: string): Page<T> {
  const limit = countArgument(args, 'limit', Math.min(100, most))
  if (limit === undefined && badLimit !== undefined) return refuse(badLimit)
  const cursor = textArgument(args, 'cursor')
  const start = cursor === undefined ? 0 : initialInput(cursor)
  if (start === undefined || start > items.length) return refuse('invalid_cursor')
  const end = start + Math.min(limit ?? 100, most)
  return { ok: true, items: items.slice(start, end), nextCursor: end < items.length ? cursorOf(end) : '' }
}

function cursorOf(start: number): string {
  return Buffer.from(`next:${start}`).toString('base64')
}

function initialInput(cursor: string): number | undefined {
  const match = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())
  return match ? Number(match[1]) : undefined
}
