// Sends a manager every part of a target that they are about to save, where the preview cannot hold all of them.
import { z } from 'zod'
import { readJson } from '../../slack/json.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler } from '../../slack/requests.ts'
import { previewTarget } from '../flows/set-target.ts'
import { partsMessage } from './parts-message.ts'
import { readTargetMetadata, requestOf } from './target-form.ts'
import { previewView } from './target-preview.ts'

const Page = z.object({ page: z.int().min(0).max(10_000) })

/** The button in the preview, which stays open and says where the parts are. */
export const seeParts: ActionHandler = async (call, context) => {
  const { who, now, t, view } = call
  const metadata = view && readTargetMetadata(view.metadata)
  const shown = metadata ? await previewTarget(context, who, requestOf(metadata)) : null
  if (!metadata || !shown?.ok) {
    const isOver = shown?.ok === false && shown.reason === 'refused'
    return call.replyEphemeral(textMessage(t(isOver ? 'target.partsOver' : 'target.gone')))
  }
  const { preview } = shown
  if (preview.version !== metadata.version) {
    const anew = { ...metadata, hand: null, months: null }
    return call.update(previewView(preview, anew, t, t('target.changedSince')))
  }
  const message = partsMessage(preview, metadata, { now, zone: who.zone, page: 0 }, t)
  const sent = await call.tellPrivately(message)
  const count = preview.plan.parts.length
  const note = sent ? t('target.partsSent', { count }) : t('target.partsNotSent')
  await call.update(previewView(preview, metadata, t, note))
}

/** The buttons under the table. Once the target is set the draft gives way to where it can be seen. */
export const turnParts: ActionHandler = async (call, context) => {
  const { who, now, t, value } = call
  const metadata = readTargetMetadata(value)
  const wanted = readJson(value, Page)
  if (!metadata || !wanted) return
  const shown = await previewTarget(context, who, requestOf(metadata))
  const isCurrent = shown.ok && shown.preview.version === metadata.version
  if (!isCurrent) return call.replace(textMessage(t('target.partsOver')))
  await call.replace(partsMessage(shown.preview, metadata, { now, zone: who.zone, ...wanted }, t))
}
