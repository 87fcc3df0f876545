import type { ReactNode } from 'react'

/** A part of the rules with its heading. */
export function RulesSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  )
}

/** Rules as a list. */
export function Sentences({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-2 pl-6 marker:text-gold">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
