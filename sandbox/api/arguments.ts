// Reads the arguments of a Web API call from query, form or JSON body, and converts each to the type that its method expects.
import type { IncomingMessage } from 'node:http'
import { isObject, type Json } from '../json.ts'

const BODY_LIMIT_BYTES = 1_000_000

export type ReadArguments =
  | { ok: true; args: Json }
  | { ok: false; reason: 'invalid_form_data' | 'invalid_post_type' | 'invalid_json' | 'json_not_object' }

export async function readArguments(
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<ReadArguments> {
  const body = await readBody(request)
  if (body === undefined) return { ok: false, reason: 'invalid_form_data' }
  const fromQuery = Object.fromEntries(query)
  if (body === '') return { ok: true, args: fromQuery }
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') {
    return { ok: true, args: { ...fromQuery, ...Object.fromEntries(new URLSearchParams(body)) } }
  }
  if (type !== 'application/json') return { ok: false, reason: 'invalid_post_type' }
  const parsed = parseJson(body)
  if (parsed === undefined) return { ok: false, reason: 'invalid_json' }
  return isObject(parsed)
    ? { ok: true, args: { ...fromQuery, ...parsed } }
    : { ok: false, reason: 'json_not_object' }
}

/** @returns undefined when it is longer than the sandbox takes. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  return (await readBytes(request, BODY_LIMIT_BYTES))?.toString('utf8')
}

/** @returns undefined when there are more than `most` bytes; the request is still read to its end. */
export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= most) chunks.push(chunk)
  }
  return size > most ? undefined : Buffer.concat(chunks)
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function textArgument(args: Json, key: string): string | undefined {
  const value = args[key]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function flagArgument(args: Json, key: string, otherwise = false): boolean {
  const value = args[key]
  if (value === undefined || value === null || value === '') return otherwise
  return value === true || value === 1 || value === '1' || value === 'true'
}

/** @returns undefined when it is not a whole number above 0. */
export function countArgument(args: Json, key: string, otherwise: number): number | undefined {
  const value = args[key]
  if (value === undefined || value === null || value === '') return otherwise
  const count = Number(value)
  return Number.isInteger(count) && count > 0 ? count : undefined
}

/** Blocks, views and metadata come as JSON in a form field, or as objects in a JSON body; undefined when they cannot be parsed. */
export function structureArgument(
  args: Json,
  key: string,
): { given: false } | { given: true; value: unknown } {
  const value = args[key]
  if (value === undefined || value === null || value === '') return { given: false }
  return { given: true, value: typeof value === 'string' ? parseJson(value) : value }
}

/** Comma-separated in a form, possibly an array in JSON. */
export function listArgument(args: Json, key: string): string[] {
  const value = args[key]
  if (Array.isArray(value)) return value.map(String)
  return (textArgument(args, key) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
