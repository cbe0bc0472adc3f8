// `/kpi log`: with numbers behind it they are taken as they are, alone it opens the form.
import type { CommandHandler } from '../../slack/requests.ts'
import { openLogForm } from './log-form-command.ts'
import { logTypedLine } from './log-line-command.ts'

export const logCommand: CommandHandler = (call, context) =>
  call.rest === '' ? openLogForm(call, context) : logTypedLine(call, context)
