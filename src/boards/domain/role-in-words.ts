// Finds the role whose board is asked for in a typed text: 'hunters month', '客户维护'.
import { foldText } from '../../core/text.ts'
import type { Role } from '../../org/domain/team.ts'

/** All that people type for a role. */
export interface RoleNames {
  role: Role
  names: readonly string[]
}

/** Each way to read a role, the longest name first, with what else was typed. */
export function rolesInWords(text: string, roles: readonly RoleNames[]): { role: Role; rest: string }[] {
  const all = roles.flatMap(({ role, names }) => names.map((name) => ({ role, name: foldText(name) })))
  return all
    .toSorted((one, other) => other.name.length - one.name.length)
    .flatMap(({ role, name }) => {
      const at = placeOf(name, text)
      if (at === -1) return []
      return [{ role, rest: `${text.slice(0, at)} ${text.slice(at + name.length)}`.trim() }]
    })
}

/** Of whole words; Chinese has no spaces. -1: it is not there. */
function placeOf(name: string, text: string): number {
  if (name === '') return -1
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1))
    if (isApart(text[at - 1], name[0]) && isApart(text[at + name.length], name.at(-1))) return at
  return -1
}

const HAN = /\p{Script=Han}/u
const LETTER = /[\p{L}\p{N}]/u
const isApart = (beside: string | undefined, own: string | undefined): boolean =>
  beside === undefined || !LETTER.test(beside) || HAN.test(beside) || HAN.test(own ?? '')
