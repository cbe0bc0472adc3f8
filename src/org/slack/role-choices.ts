// Options for menus of roles, with their names in the reader's language.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Choice } from '../../slack/fields.ts'
import { ROLES, type Role } from '../domain/team.ts'

export const roleName = (role: Role, t: Translate): string => t(`role.${role}`)
export const roleChoices = (t: Translate): Choice[] =>
  ROLES.map((value) => ({ value, text: roleName(value, t) }))
