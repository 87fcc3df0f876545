/** State bodies (Decree 30/2020/NĐ-CP) and committees of the Party write their papers differently. */
export const PAPER_VARIANTS = ['state', 'party'] as const
export type PaperVariant = (typeof PAPER_VARIANTS)[number]

export const PAPER_KINDS = ['winners', 'minutes', 'proposal', 'decision', 'sign_list', 'report'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

export type Column = {
  title: string
  /** Share of the width of the page, all columns together 100. */
  width: number
  align?: 'left' | 'centre' | 'right'
}

export type Block =
  /** A paragraph of the text; `lead` stands before it in bold, such as "Điều 1.". */
  | { kind: 'text'; text: string; lead?: string }
  | { kind: 'basis'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'centred'; text: string }
  | { kind: 'item'; text: string }
  /** In small italic letters: what a reader of the figures must know. */
  | { kind: 'note'; text: string }
  | { kind: 'table'; columns: Column[]; rows: string[][]; total?: string[]; rowHeight?: 'tall' }
  /** What follows begins on a page of its own, under this title. */
  | { kind: 'annex'; title: string; subtitle: string }

/** Who signs: what stands above the signature and, where it is known, the name below it. */
export type Signer = { titles: string[]; name: string }

/** One paper, whatever file it becomes. Words in square brackets are for people to fill in. */
export type Paper = {
  kind: PaperKind
  variant: PaperVariant
  isDraft: boolean
  /** Stands on every page. */
  state: string
  header: { parentBody: string; issuingBody: string; number: string; placeAndDate: string }
  /** "QUYẾT ĐỊNH" */
  title: string
  subtitle: string
  orientation: 'portrait' | 'landscape'
  blocks: Block[]
  signers: Signer[]
  /** "Nơi nhận", one a line; empty where the kind of paper has none. */
  recipients: string[]
}
