// Every sentence in English, gathered from the areas. The keys here are the keys that exist.

import { board } from '../../boards/words/en/board.ts'
import { standup } from '../../checkins/standup/words/en/standup.ts'
import { common } from '../../core/words/en/common.ts'
import { correct } from '../../numbers/words/en/correct.ts'
import { log } from '../../numbers/words/en/log.ts'
import { me } from '../../numbers/words/en/me.ts'
import { metric } from '../../numbers/words/en/metric.ts'
import { deliveryProblem } from '../../org/words/en/delivery-problem.ts'
import { leave } from '../../org/words/en/leave.ts'
import { team } from '../../org/words/en/team.ts'
import { setup } from '../../setup/words/en/setup.ts'
import { command } from '../../slack/words/en/command.ts'
import { help } from '../../slack/words/en/help.ts'

export const en = {
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
} as const
