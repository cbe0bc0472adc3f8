// Options for menus of roles, with their names in the reader's language.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Choice } from '../../slack/fields.ts'
import { isPresetRole } from '../domain/own-role.ts'
import type { Role } from '../domain/team.ts'

/** A role of the workspace's own is called the same in every language. */
export const roleName = (role: Role, t: Translate): string => (isPresetRole(role) ? t(`role.${role}`) : role)
export const roleChoices = (roles: readonly Role[], t: Translate): Choice[] =>
  roles.map((value) => ({ value, text: roleName(value, t) }))
