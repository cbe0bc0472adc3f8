// The combinators from which the schemas of blocks are built, and the problems that each reports.
import { type Limit, limitsOf } from './limit.ts'
import type { Problem } from './problem.ts'

export type Json = Record<string, unknown>
/** Reports one problem at a JSON pointer. */
type Report = (pointer: string, rule: string, message: string) => void
/** Checks one value at the JSON pointer `at`. */
export type Shape = (value: unknown, at: string, report: Report) => void
/** A rule across the fields of one object; runs when every field that is present has the right type. */
export type Rule = (object: Json, at: string, report: Report) => void

/** All problems that `shape` finds in `value`. */
export function problemsOf(shape: Shape, value: unknown, at: string): Problem[] {
  const problems: Problem[] = []
  shape(value, at, (pointer, rule, message) => problems.push({ pointer, rule, message }))
  return problems
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects of a list; empty when it is no list. */
export const objectsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])

/** Slack counts Unicode code points: an emoji of two UTF-16 units is one character. */
export const lengthOf = (text: string) => [...text].length

export const tooLong = (limit: Limit) => `must be less than ${limit.value + 1} characters`
export const tooMany = (limit: Limit) => `no more than ${limit.value} items allowed`

interface TextLimits {
  min?: Limit | undefined
  max?: Limit | undefined
}

/** A string with the length limits that the table has under `name`, or with those given. */
export function string(name?: string | TextLimits): Shape {
  const { min, max } = typeof name === 'string' ? lengthLimits(name) : (name ?? {})
  return (value, at, report) => {
    if (typeof value !== 'string') return report(at, 'property.type', 'must provide a string')
    const length = lengthOf(value)
    if (min && length < min.value) report(at, min.rule, `must be more than ${min.value - 1} characters`)
    if (max && length > max.value) report(at, max.rule, tooLong(max))
  }
}

function lengthLimits(name: string): TextLimits {
  const found = limitsOf(name, ['min_length', 'max_length'])
  return { min: found.min_length, max: found.max_length }
}

/** A string in a format, such as a date. */
export function formatted(
  rule: string,
  message: string,
  fits: (text: string) => boolean,
  name?: string,
): Shape {
  const base = string(name)
  return (value, at, report) => {
    base(value, at, report)
    if (typeof value === 'string' && value !== '' && !fits(value)) report(at, rule, message)
  }
}

export const url = (name?: string) => formatted('url.format', 'invalid_url', URL.canParse, name)

/** Accepts every value: it is checked elsewhere. */
export const anything: Shape = () => undefined

export const boolean: Shape = (value, at, report) => {
  if (typeof value !== 'boolean') report(at, 'property.type', 'must provide a boolean')
}

/** A number with the range that the table has under `name`. */
export function number(name?: string): Shape {
  const { min, max, exclusive_min } = name ? limitsOf(name, ['min', 'max', 'exclusive_min']) : {}
  return (value, at, report) => {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return report(at, 'property.type', 'must provide a number')
    if (exclusive_min && value <= exclusive_min.value)
      report(at, exclusive_min.rule, `must be more than ${exclusive_min.value}`)
    if (min && value < min.value) report(at, min.rule, `must be at least ${min.value}`)
    if (max && value > max.value) report(at, max.rule, `must be at most ${max.value}`)
  }
}

/** A whole number with the range that the table has under `name`. */
export function integer(name?: string): Shape {
  const inRange = number(name)
  return (value, at, report) => {
    if (Number.isInteger(value)) inRange(value, at, report)
    else report(at, 'property.type', 'must provide an integer')
  }
}

/** One of these strings. */
export function oneOf(...words: string[]): Shape {
  return (value, at, report) => {
    if (typeof value !== 'string' || !words.includes(value))
      report(at, 'property.value', `must be one of: ${words.join(', ')}`)
  }
}

/** A list with the size limits that the table has under `name`. */
export function list(item: Shape, name?: string): Shape {
  const { min_items, max_items } = name ? limitsOf(name, ['min_items', 'max_items']) : {}
  return (value, at, report) => {
    if (!Array.isArray(value)) return report(at, 'property.type', 'must provide an array')
    if (min_items && value.length < min_items.value)
      report(at, min_items.rule, `no fewer than ${min_items.value} items allowed`)
    if (max_items && value.length > max_items.value) report(at, max_items.rule, tooMany(max_items))
    value.forEach((entry, index) => {
      item(entry, `${at}/${index}`, report)
    })
  }
}

/** An object with these fields and no others; a name that ends in `?` may be left out. */
export function object(fields: Record<string, Shape>, ...rules: Rule[]): Shape {
  const shapes = new Map(Object.entries(fields).map(([key, shape]) => [key.replace('?', ''), shape]))
  const required = Object.keys(fields).filter((key) => !key.endsWith('?'))
  return (value, at, report) => {
    if (!isObject(value)) return report(at, 'property.type', 'must provide an object')
    for (const key of required) {
      if (value[key] === undefined) report(at, 'property.missing', `missing required field: ${key}`)
    }
    for (const [key, entry] of Object.entries(value)) {
      const shape = shapes.get(key)
      if (!shape) report(at, 'property.unknown', `invalid additional property: ${key}`)
      else if (entry !== undefined) shape(entry, `${at}/${key}`, report)
    }
    for (const rule of rules) rule(value, at, report)
  }
}

/** Shapes by their `type`. */
export type Types = Record<string, Shape>

/** One of `types`, chosen by the value's `type`; any other type breaks `rule`. Recursive types are passed as a function. */
export function byType(types: Types | (() => Types), rule: string): Shape {
  return (value, at, report) => {
    if (!isObject(value)) return report(at, 'property.type', 'must provide an object')
    if (value.type === undefined) return report(at, 'property.missing', 'missing required field: type')
    const known = typeof types === 'function' ? types() : types
    const shape = typeof value.type === 'string' && Object.hasOwn(known, value.type) && known[value.type]
    if (!shape) return report(`${at}/type`, rule, `unsupported type: ${String(value.type)}`)
    shape(value, at, report)
  }
}

/** A list of such values; `name` is both the rule for their types and the name of the list's limits. */
export const listByType = (types: Types | (() => Types), name: string) => list(byType(types, name), name)

/** Exactly one of the fields must be present. */
export function exactlyOne(rule: string, ...keys: string[]): Rule {
  return (object, at, report) => {
    const given = keys.filter((key) => object[key] !== undefined).length
    if (given !== 1) report(at, rule, `must provide exactly one of: ${keys.join(', ')}`)
  }
}

/** At least one of the fields must be present. */
export function atLeastOne(rule: string, ...keys: string[]): Rule {
  return (object, at, report) => {
    if (keys.every((key) => object[key] === undefined))
      report(at, rule, `must provide at least one of: ${keys.join(', ')}`)
  }
}
