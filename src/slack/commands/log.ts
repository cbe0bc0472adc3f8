// `/kpi log`: with numbers behind it they are taken as they are, alone it opens the form.
import type { CommandHandler } from '../call.ts'
import { openLogForm } from './log-form.ts'
import { logTypedLine } from './log-line.ts'

export const logCommand: CommandHandler = (call, context) =>
  call.rest === '' ? openLogForm(call, context) : logTypedLine(call, context)
