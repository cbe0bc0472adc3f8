// 繁體中文: whose public holidays a person keeps.
import type { holidays as en } from '../en/holidays.ts'
export const holidays: Readonly<Record<keyof typeof en, string>> = {
  'holidays.button': '國定假日',
  'holidays.title': '國定假日',
  'holidays.intro':
    '您依團隊的國定假日放假。如果您在其他國家或地區工作，請在這裡選擇：從今天起依當地的工作日提醒您。',
  'holidays.introTeam':
    '成員依團隊的國定假日放假。如果有人在其他國家或地區工作，請在這裡選擇：從今天起依當地的工作日提醒。',
  'holidays.who': '成員',
  'holidays.whoMissing': '請選擇成員。',
  'holidays.ofTeam': '與團隊相同：{place}',
  'holidays.teams': '與團隊相同',
  'holidays.none': '國定假日照常上班',
  'holidays.line': '{person} · {place}',
  'holidays.saved': '✅ 已儲存。{person} 從{date}起的國定假日：{place}',
  'holidays.notTheirs': '只有本人或其所屬團隊的主管可以設定。',
  'holidays.toldYours': '{by} 設定了您從{date}起的國定假日：{place}',
  'holidays.toldYoursHint': '如果不對，請在 `/kpi 請假` 的「國定假日」裡修改。',
  'holidays.toldSelf': '{person} 設定了自己從{date}起的國定假日：{place}',
  'holidays.told': '{by} 設定了 {person} 從{date}起的國定假日：{place}',
  'holidays.provisional':
    '⚠️ {country} {year} 年的放假安排尚未公布。公布之前，法定假日照常放假，調休還不計入。',
  'holidays.provisionalHint':
    '公布後需由維運人員更新 Pacesetter，更新後我會再通知您；在此之前，個別日子可用 `/kpi 工作日` 設定。',
  'holidays.published':
    '✅ {country} {year} 年的放假安排已更新，{changed, plural, =0 {您的團隊沒有日期變動} other {您的團隊有 # 天變動}}。用 `/kpi 工作日` 設定過的日子不變。',
}
