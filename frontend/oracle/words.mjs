const WORDS = [
  "outage", "we", "are", "investigating", "status", "page", "the", "a", "checkout", "EU-west",
  "naïve", "Ångström", "日本語", "данные", "שלום", "مرحبا", "e\u0301", "\"quoted\"", "<b>&amp;", "back\\slash",
  "😀", "👩‍👩‍👧‍👦", "🇩🇪", "𝒳", "𠮷野家", "\u2028", "\u00a0", "tab\there", "line\nbreak", "\u0001",
]

export function words(random, most = 4) {
  let text = random.pick(WORDS)
  for (let i = random.below(most); i > 0; i--) text += (random.chance(0.8) ? " " : "") + random.pick(WORDS)
  return text
}

export function attributesFor(random, name) {
  switch (name) {
    case "heading": return {level: random.between(1, 6)}
    case "callout": return {kind: random.pick(["note", "warning", "danger"])}
    case "code_block": return {language: random.pick(["", "java", "json"])}
    case "ordered_list": return {order: random.between(0, 12)}
    case "task_item": return {checked: random.chance(0.5)}
    case "table_cell":
    case "table_header": return {colspan: 1, rowspan: 1, colwidth: random.pick([null, [120], [80.5 * 2]])}
    case "image": return {
      src: random.pick(["/attachments/a1b2", "https://example.org/a.png"]), alt: words(random, 2),
      title: random.pick([null, "Map"]), width: random.pick([null, 640]), height: random.pick([null, 360]),
    }
    case "fact": return {key: random.pick(["started", "accounts"])}
    case "mention": return {person: "p" + random.below(9), label: words(random, 2)}
    case "timestamp": return {at: "2026-03-01T10:5" + random.below(10) + ":00Z"}
    case "merge_field": return {name: random.pick(["customer", "csm"])}
    case "link": return {
      href: random.pick(["https://example.org/", "mailto:a@example.org", "http://b.example/?q=1&r=2"]),
      title: random.pick([null, "More"]),
    }
    case "comment": return {id: random.below(4)}
    default: return null
  }
}
