// Every sentence in 简体中文, gathered from the areas; the compiler holds it to the keys of the English one.

import { board } from '../../boards/words/zh-cn/board.ts'
import { standup } from '../../checkins/standup/words/zh-cn/standup.ts'
import { common } from '../../core/words/zh-cn/common.ts'
import { correct } from '../../numbers/words/zh-cn/correct.ts'
import { log } from '../../numbers/words/zh-cn/log.ts'
import { me } from '../../numbers/words/zh-cn/me.ts'
import { metric } from '../../numbers/words/zh-cn/metric.ts'
import { deliveryProblem } from '../../org/words/zh-cn/delivery-problem.ts'
import { leave } from '../../org/words/zh-cn/leave.ts'
import { team } from '../../org/words/zh-cn/team.ts'
import { setup } from '../../setup/words/zh-cn/setup.ts'
import { command } from '../../slack/words/zh-cn/command.ts'
import { help } from '../../slack/words/zh-cn/help.ts'
import type { en } from './en.ts'

export const zhCN: Readonly<Record<keyof typeof en, string>> = {
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
