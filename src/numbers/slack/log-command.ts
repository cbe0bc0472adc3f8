// `/kpi log`: logs the numbers that follow it, or opens the form when nothing follows.
import type { CommandHandler } from '../../slack/requests.ts'
import { openLogForm } from './log-form-command.ts'
import { logTypedLine } from './log-line-command.ts'

export const logCommand: CommandHandler = (call, context) =>
  call.rest === '' ? openLogForm(call, context) : logTypedLine(call, context)
