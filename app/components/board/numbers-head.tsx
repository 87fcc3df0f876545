/** Head of a table of numbers: what each row is about, then the numbers, ranged right. */
export function NumbersHead({ about, numbers }: { about: string; numbers: readonly string[] }) {
  return (
    <thead>
      <tr className="border-b-2 border-edge text-left text-sm text-muted">
        <th scope="col" className="py-3 pr-3 font-semibold">
          {about}
        </th>
        {numbers.map((heading) => (
          <th key={heading} scope="col" className="py-3 pr-3 text-right font-semibold last:pr-0">
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  )
}
