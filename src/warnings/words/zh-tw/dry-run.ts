// 繁體中文: a rule tried on the past.
import type { dryRun as en } from '../en/dry-run.ts'
export const dryRun: Readonly<Record<keyof typeof en, string>> = {
  'dry-run.button': '用最近 60 天試算',
  'dry-run.title': '試算結果',
  'dry-run.counting': ':hourglass_flowing_sand: 正在試算：這條規則在最近 60 天會發出哪些預警……',
  'dry-run.head': '*{team}* · {from}至{to} · {people} 人',
  'dry-run.since': '{date}之前沒有目標，或數字太少，無法判斷；以下只計該日起的情況。',
  'dry-run.warnings': '{count, plural, =0 {不會發出任何預警。} other {會發出 *# 則預警* ：{levels}}}',
  'dry-run.messages':
    '若一直無人處理，共會發出：給業務 {reps} 則，給團隊負責人 {manager} 則，給上級 {above} 則。',
  'dry-run.none': '誰都不會收到訊息。如果與您的預期不符，請看看門檻是否合適。',
  'dry-run.calm': ':white_check_mark: 數量不多，來一則就會看一則。',
  'dry-run.busy': ':large_yellow_circle: 數量不算少。看看最近幾則：每一則都值得談一次嗎？',
  'dry-run.noisy': ':red_circle: 數量太多，很快就沒人看了。請把門檻放寬，或要求連續更多天。',
  'dry-run.latest': '*最近幾則*',
  'dry-run.how':
    '依今天已有的數字計算，視為都準時回報，並視為現在的負責人一直都在；不考慮其他規則。沒有儲存任何內容，也沒有通知任何人。',
  'dry-run.noPast': '這條規則看的是目前未完成的事項，過去哪天有哪些未完成沒有留存，所以無法試算。',
  'dry-run.tooNew': '團隊還沒有回報過數字。請過一兩週再試。',
  'dry-run.notJudged': '最近 60 天沒有目標，或數字太少，無法試算。請過一兩週再試。',
  'dry-run.unclear': '表單裡還有看不懂的內容：先按「儲存」看看是哪裡，改好再試算。',
}
