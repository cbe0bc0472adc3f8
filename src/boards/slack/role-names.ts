// The names under which a role can be typed: what it is called in every language, and what people say besides.
import { LOCALES } from '../../core/i18n/locale.ts'
import { words } from '../../numbers/words/words.ts'
import { isPresetRole } from '../../org/domain/own-role.ts'
import type { PresetRole, Role } from '../../org/domain/team.ts'
import type { RoleNames } from '../domain/role-in-words.ts'

const BESIDES: Readonly<Record<PresetRole, readonly string[]>> = {
  hunter: [
    ...['new business', 'business development', 'bdr', 'bdrs'],
    ...['业务开拓', '新客', '开拓', '业务员', '業務開拓', '業務開發', '開發', '業務員'],
  ],
  'account-manager': [
    ...['account management', 'key account managers', 'am', 'ams', 'farmers'],
    ...['客户维护', '老客维护', '大客户经理', '客戶維護', '客戶關係', '專案客戶經理'],
  ],
  'campaign-planner': [
    ...['planner', 'planners', 'marketing', 'marketers'],
    ...['策划', '活动策划', '市场策划', '企劃', '行銷', '活動企劃'],
  ],
  analyst: ['data analyst', 'data analysts', '数据分析', '分析师', '數據分析', '分析師', '資料分析師'],
}

const namesOf = (role: Role): string[] => {
  if (!isPresetRole(role)) return [role]
  return [role, ...LOCALES.map((locale) => words[locale][`role.${role}`]), ...BESIDES[role]]
}

/** English names in the plural as well. */
export const namesOfRoles = (roles: readonly Role[]): RoleNames[] =>
  roles.map((role) => ({
    role,
    names: namesOf(role).flatMap((name) => (/[a-z]$/iu.test(name) ? [name, `${name}s`] : [name])),
  }))
