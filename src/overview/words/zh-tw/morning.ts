// 繁體中文: the manager's morning message.
import type { morning as en } from '../en/morning.ts'

export const morning: Readonly<Record<keyof typeof en, string>> = {
  'morning.title': '*{team}* · {date}：已送出 {answered}/{expected}',
  'morning.titleClosed': '*{team}* · {date}，已截止：已送出 {answered}/{expected}',
  'morning.later': ' · 另有 {count} 人今天稍後填寫',
  'morning.missing': ':hourglass_flowing_sand: *還沒送出：* {names}',
  'morning.missed': ':hourglass_flowing_sand: *沒有送出：* {names}',
  'morning.blocked': ':construction: *{name}：* {text}',
  'morning.moreBlocked': ':construction: 另有 {count} 個問題',
  'morning.take': '我來處理',
  'morning.behind': ':small_red_triangle_down: *{name}* 的{metric}進度比 {pace}，還需追上 {gap}',
  'morning.behindDay':
    ':small_red_triangle_down: *{name}* 的{metric}進度比 {pace}，每天完成 {perDay}，可達成目標',
  'morning.moreBehind': ':small_red_triangle_down: 另有 {count} 人落後於進度',
  'morning.unusual': ':mag: *{name}* 的{metric} {value}，與平時相差較大',
  'morning.corrected': ':mag: *{name}* 的{metric}更正為 {value}',
  'morning.moreRemarks': ':mag: 另有 {count} 個數字值得一看',
  'morning.away': ':palm_tree: *休假：* {names}',
  'morning.count': '{count} 人',
  'morning.quiet': ':sunny: 全員已送出，沒有問題，也沒有人落後。祝今天順利！',
  'morning.notYours': '您已不再負責這個團隊，這則訊息現在發給 {manager}。',
}
