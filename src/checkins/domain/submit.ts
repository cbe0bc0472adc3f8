// Tells a submit of a check-in's form that was saved already, and one that would overwrite what another form has saved since.

export interface FormSubmit {
  /** The view's id and a digest of the form: together they identify a submit, which is saved once. */
  viewId: string
  digest: string
  /** The revision that the form was opened on. */
  revision: number
}

interface SavedEntry {
  revision: number
  lastSubmitKey: string | null
}

export const submitKeyOf = ({ viewId, digest }: FormSubmit): string => `${viewId} ${digest}`

/** Another form saved an answer after this one was opened: it must not be overwritten. */
export function changedElsewhere(entry: SavedEntry | null, { revision, viewId }: FormSubmit): boolean {
  if (!entry || entry.revision <= revision) return false
  return !entry.lastSubmitKey?.startsWith(`${viewId} `)
}
