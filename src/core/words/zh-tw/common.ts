// 繁體中文: words that every area uses.
import type { common as en } from '../en/common.ts'

export const common: Readonly<Record<keyof typeof en, string>> = {
  'common.cancel': '取消',
  'common.checkin': '晨會',
  'common.close': '關閉',
  'common.labelled': '{label}：{value}',
  'common.listSeparator': '、',
  'common.save': '儲存',
  'common.fault': '剛才沒有成功，資料沒有變動。請過一分鐘再試。',
  'common.notSaved': '尚未儲存：系統暫時沒有回應。您填寫的內容都還在，請過一分鐘再送出。',
  'common.slackFault': '沒有成功：Slack 暫時沒有回應，內容沒有變動。請過一分鐘再試。',
  'common.notSavedSlack': '尚未儲存：Slack 暫時沒有回應。您填寫的內容都還在，請過一分鐘再送出。',
  'common.tooLong': '尚未儲存：文字太長，請縮短到 {most} 個字元以內。',
}
