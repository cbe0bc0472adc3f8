// The roles of a workspace: the presets, and those that it has added, which are known by their names.
import { cleanText, foldText } from '../../core/text.ts'
import { type PresetRole, ROLES, type Role } from './team.ts'

export const ROLE_MAX_LENGTH = 40
/** Only what reads the same in every message: no character that Slack renders as markup. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ’'()（）/·+-]*$/u

export const isPresetRole = (role: Role): role is PresetRole => ROLES.some((preset) => preset === role)

/** Each once: the presets in their order, then the others by name. */
export function inRoleOrder(roles: Iterable<Role>): Role[] {
  const present = new Set(roles)
  const own = [...present].filter((role) => !isPresetRole(role)).sort()
  return [...ROLES.filter((role) => present.has(role)), ...own]
}

export type RoleNameProblem = 'missing' | 'too-long' | 'odd-characters' | 'taken'

/** `taken`: what roles are called, in all languages. */
export function readRoleName(
  typed: string,
  taken: readonly string[],
): { ok: true; role: Role } | { ok: false; reason: RoleNameProblem } {
  const role = cleanText(typed, ROLE_MAX_LENGTH + 1)
  if (role === '') return { ok: false, reason: 'missing' }
  if ([...role].length > ROLE_MAX_LENGTH) return { ok: false, reason: 'too-long' }
  if (!NAME.test(role)) return { ok: false, reason: 'odd-characters' }
  const isTaken = [...ROLES, ...taken].some((other) => foldText(other) === foldText(role))
  return isTaken ? { ok: false, reason: 'taken' } : { ok: true, role }
}
