// 繁體中文: a manager's corrections of numbers.
import type { correct as en } from '../en/correct.ts'

export const correct: Readonly<Record<keyof typeof en, string>> = {
  'correct.title': '更正數字',
  'correct.of': '{name} 在{team}的數字',
  'correct.date': '日期',
  'correct.metric': '指標',
  'correct.reason': '原因',
  'correct.reasonHint': '與數字一併留存，並告知成員本人。',
  'correct.reasonMissing': '請填寫原因，它會與數字一併留存。',
  'correct.numberMissing': '請填寫正確的數字。',
  'correct.unchanged': '目前就是 {value}。',
  'correct.future': '這一天還沒到。',
  'correct.notInTeam': '{name} 當天不在團隊中。',
  'correct.trail': '*既有紀錄*',
  'correct.trailNone': '當天還沒有紀錄。',
  'correct.trailSet': '{value} · {who}，{when}{reason}',
  'correct.trailReason': ' · {reason}',
  'correct.trailUndone': '收回',
  'correct.who': '要更正誰的數字？例如： `/kpi 更正 @姓名` 。',
  'correct.notAllowed': '這位成員不在您管理的團隊中，請由其團隊主管更正。',
  'correct.noMetrics': '這個職務沒有需要回報的指標。',
  'correct.gone': '這位成員已不在團隊中，或您不是該團隊的主管。',
  'correct.told': '{who} 為您登記了{date}的{metric}：{after}。',
  'correct.toldChange': '{who} 更正了您{date}的{metric}：{before} → {after}。',
  'correct.ownTold': '{who} 以{team}主管的身分更正了自己的數字：{date}的{metric}，{before} → {after}。',
  'correct.ownToldAdmin':
    '{who} 以{team}主管的身分更正了自己的一個數字。這個團隊沒有上級團隊，因此通知身為管理員的您。輸入 `/kpi 稽核` 可查看這類變動。',
}
