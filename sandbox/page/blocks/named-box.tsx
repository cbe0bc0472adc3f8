// A placeholder with the name of what cannot be rendered.
import { useWords } from '../words.ts'

export function NamedBox({ kind, about }: { kind: string; about?: string | undefined }) {
  const words = useWords()
  return (
    <div className="named-box">
      <strong>{words.notShown(kind.replaceAll('_', ' '))}</strong>
      {about && <span>{about}</span>}
    </div>
  )
}
