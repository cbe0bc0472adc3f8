// Every sentence in 繁體中文, gathered from the areas; the compiler holds it to the keys of the English one.

import { board } from '../../boards/words/zh-tw/board.ts'
import { standup } from '../../checkins/standup/words/zh-tw/standup.ts'
import { common } from '../../core/words/zh-tw/common.ts'
import { correct } from '../../numbers/words/zh-tw/correct.ts'
import { log } from '../../numbers/words/zh-tw/log.ts'
import { me } from '../../numbers/words/zh-tw/me.ts'
import { metric } from '../../numbers/words/zh-tw/metric.ts'
import { deliveryProblem } from '../../org/words/zh-tw/delivery-problem.ts'
import { leave } from '../../org/words/zh-tw/leave.ts'
import { team } from '../../org/words/zh-tw/team.ts'
import { setup } from '../../setup/words/zh-tw/setup.ts'
import { command } from '../../slack/words/zh-tw/command.ts'
import { help } from '../../slack/words/zh-tw/help.ts'
import type { en } from './en.ts'

export const zhTW: Readonly<Record<keyof typeof en, string>> = {
  ...common,
  ...log,
  ...metric,
  ...command,
  ...deliveryProblem,
  ...board,
  ...standup,
  ...setup,
  ...team,
  ...leave,
  ...me,
  ...help,
  ...correct,
}
