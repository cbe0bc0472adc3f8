// 简体中文: the manager's morning message.
import type { morning as en } from '../en/morning.ts'

export const morning: Readonly<Record<keyof typeof en, string>> = {
  'morning.title': '*{team}* · {date}：已提交 {answered}/{expected}',
  'morning.titleClosed': '*{team}* · {date}，已截止：已提交 {answered}/{expected}',
  'morning.later': ' · 另有 {count} 人今天稍后填写',
  'morning.missing': ':hourglass_flowing_sand: *还没提交：* {names}',
  'morning.missed': ':hourglass_flowing_sand: *没有提交：* {names}',
  'morning.blocked': ':construction: *{name}：* {text}',
  'morning.moreBlocked': ':construction: 另有 {count} 项困难',
  'morning.take': '我来处理',
  'morning.behind': ':small_red_triangle_down: *{name}* 的{metric}进度比 {pace}，还需追上 {gap}',
  'morning.behindDay':
    ':small_red_triangle_down: *{name}* 的{metric}进度比 {pace}，每天完成 {perDay}，可达成目标',
  'morning.moreBehind': ':small_red_triangle_down: 另有 {count} 人落后于进度',
  'morning.unusual': ':mag: *{name}* 的{metric} {value}，与平时相差较大',
  'morning.corrected': ':mag: *{name}* 的{metric}更正为 {value}',
  'morning.moreRemarks': ':mag: 另有 {count} 个数据值得一看',
  'morning.away': ':palm_tree: *休假：* {names}',
  'morning.count': '{count} 人',
  'morning.quiet': ':sunny: 全员已提交，没有困难，也没有人落后。祝今天顺利！',
  'morning.notYours': '您已不再负责这个团队，这条消息现在发给 {manager}。',
}
