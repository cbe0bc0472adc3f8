// 简体中文: whose public holidays a person keeps.
import type { holidays as en } from '../en/holidays.ts'
export const holidays: Readonly<Record<keyof typeof en, string>> = {
  'holidays.button': '节假日日历',
  'holidays.title': '节假日日历',
  'holidays.intro':
    '您按团队的节假日放假。如果您在其他国家或地区工作，请在这里选择：从今天起按当地的工作日提醒您。',
  'holidays.introTeam':
    '成员按团队的节假日放假。如果有人在其他国家或地区工作，请在这里选择：从今天起按当地的工作日提醒。',
  'holidays.who': '成员',
  'holidays.whoMissing': '请选择成员。',
  'holidays.ofTeam': '与团队相同：{place}',
  'holidays.teams': '与团队相同',
  'holidays.none': '节假日照常上班',
  'holidays.line': '{person} · {place}',
  'holidays.saved': '✅ 已保存。{person} 从{date}起的节假日：{place}',
  'holidays.notTheirs': '只有本人或其所属团队的主管可以设置。',
  'holidays.toldYours': '{by} 设置了您从{date}起的节假日：{place}',
  'holidays.toldYoursHint': '如果不对，请在 `/kpi 请假` 的“节假日日历”里修改。',
  'holidays.toldSelf': '{person} 设置了自己从{date}起的节假日：{place}',
  'holidays.told': '{by} 设置了 {person} 从{date}起的节假日：{place}',
  'holidays.provisional':
    '⚠️ {country} {year} 年的放假安排尚未公布。公布之前，法定节假日照常放假，调休还不计入。',
  'holidays.provisionalHint':
    '公布后需由运维人员更新 Pacesetter，更新后我会再通知您；在此之前，个别日子可用 `/kpi 工作日` 设置。',
  'holidays.published':
    '✅ {country} {year} 年的放假安排已更新，{changed, plural, =0 {您的团队没有日期变动} other {您的团队有 # 天变动}}。用 `/kpi 工作日` 设置过的日子不变。',
}
