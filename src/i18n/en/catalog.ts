// Every sentence in English, gathered from the areas. The keys here are the keys that exist.

import { board } from './board.ts'
import { command } from './command.ts'
import { common } from './common.ts'
import { correct } from './correct.ts'
import { help } from './help.ts'
import { leave } from './leave.ts'
import { log } from './log.ts'
import { me } from './me.ts'
import { metric } from './metric.ts'
import { setup } from './setup.ts'
import { standup } from './standup.ts'
import { team } from './team.ts'
import { trouble } from './trouble.ts'

export const en = {
  ...common,
  ...log,
  ...metric,
  ...command,
  ...trouble,
  ...board,
  ...standup,
  ...setup,
  ...team,
  ...leave,
  ...me,
  ...help,
  ...correct,
} as const
