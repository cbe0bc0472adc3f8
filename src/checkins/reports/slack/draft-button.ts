// "Draft it" in a report's form: says at once that it is written, and adds it to the form when it is there.
import { textMessage } from '../../../slack/receivers/receiver.ts'
import type { ActionHandler } from '../../../slack/requests.ts'
import { openReport } from '../flows/open-report.ts'
import { draftedIn, isBeingWritten, keptNotes } from './report-draft.ts'
import { readMetadata, reportView, typedInForm } from './report-form.ts'

export const draftReport: ActionHandler = async (call, context) => {
  const { who, t, view } = call
  const [write] = context.contributions.reportDrafts
  const metadata = view && readMetadata(view.metadata)
  if (!view || !metadata || !write || isBeingWritten(call.value, call.now)) return
  const { team: teamId, checkin: name, date } = metadata
  const opened = await openReport(context, who, { teamId, name, date })
  if (!opened.ok) return call.replyEphemeral(textMessage(t('report.over')))
  const { form } = opened
  const typed = typedInForm(view.state, metadata, form, t)
  const drawn = (draft: Parameters<typeof reportView>[5], of = metadata) =>
    reportView(form, of, t, typed, {}, draft)
  const inSections = Object.values(typed?.sections ?? {}).join('\n')
  const written = write({ who, form, typed: inSections, t }, context).then((draft) =>
    drawn(draft, {
      ...metadata,
      draft: draft.byModel ? 'model' : 'rule',
      draftNotes: keptNotes(draft),
      drafted: draftedIn(draft),
    }),
  )
  await call.update(drawn({ writingSince: call.now }), written)
}
