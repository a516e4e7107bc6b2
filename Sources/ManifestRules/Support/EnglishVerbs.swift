/// The verbs that names of actions begin with.
enum EnglishVerbs {
  /// Whether a word, in whatever case, is a verb in the form of an order.
  static func contains(_ word: String) -> Bool {
    let lower = word.lowercased()
    if list.contains(lower) { return true }
    for prefix in ["re", "un", "auto", "pre", "over", "de"] where lower.hasPrefix(prefix) {
      if list.contains(String(lower.dropFirst(prefix.count))) { return true }
    }
    return ["ize", "ify"].contains { lower.hasSuffix($0) && lower.count > 5 }
  }

  private static let list: Set<String> = Set(
    """
    accept access acknowledge acquire activate adapt add address adjust advance advise agree allocate allow amend
    analyse analyze announce annotate answer apply appoint approve archive arrange ask assemble assess assign associate
    attach attend audit authenticate authorise authorize award back balance ban bill bind block blog book boost bring
    broadcast browse build buy calculate call cancel capture carry categorise change charge chase chat check choose
    claim classify clean clear click clone close collect combine comment commit communicate compare complete compose
    compute configure confirm connect consult contact continue contract contribute control convert convey coordinate
    copy correct count cover create credit cut deactivate deal debit decide decline decrease define delay delegate
    delete deliver demote deny deploy deposit describe design detach detect determine develop diagnose dial digitise
    direct disable disapprove discard discount discover discuss dismiss dispatch display distribute divide document
    download draft drag draw drive drop duplicate earn edit eliminate email embed empty enable encrypt end endorse
    engage enhance enrich enrol enroll ensure enter escalate establish estimate evaluate examine exchange exclude
    execute expand expire explain explore export extend extract fax feature feed fetch file fill filter finalise
    finance find finish fit fix flag follow forecast format forward fulfil fulfill fund gather generate get give go
    grade grant group grow guide halt handle help hide highlight hire hold identify import improve include increase
    inform initiate inquire insert inspect install insure integrate interview introduce invest invite invoice involve
    issue itemise join jump keep kick label launch lead learn lease leave lend let license lift limit link list listen
    load locate lock log look loop lower mail maintain make manage map mark match measure meet mention merge message
    migrate minimise mint modify monitor move mute name navigate negotiate nominate note notify number nurture observe
    obtain offer onboard open operate optimise order organise organize outsource own pack park parse participate pass
    paste pause pay perform permit phone pick pin ping place plan play plot poll populate post postpone predict prepare
    present preview price print prioritise process procure produce progress project promote propose prospect protect
    provide provision publish pull purchase pursue push put qualify query question queue quit quote raise rank rate
    reach react read rearrange reassign receive recognise recommend reconcile record recover recruit redeem reduce
    refer refine refresh refund refuse register reject relate release remind remove rename renew rent reopen reorder
    repair repeat replace reply report request require reschedule research reserve reset resend resolve respond restart
    restore resume retire retrieve return reveal reverse review revise revoke reward ring roll rotate route run sample
    save scan schedule score screen scroll search secure see seek segment select sell send separate serve set settle
    setup share ship shop shorten show shuffle sign simulate skip sketch snooze solve sort speak specify split spread
    staff stamp standardise star start state stay stop store stream structure submit subscribe suggest summarise supply
    support survey suspend swap switch sync synchronise synchronize tag take talk target teach tell terminate test text
    thank ticket tick time toggle trace track trade train transcribe transfer transform translate transmit transport
    trash travel trigger trim try turn tweet type unite update upgrade upload upsell use validate value verify view
    visit visualise void vote wait waive walk warn watch weigh welcome whitelist win wire withdraw work wrap write zip
    zoom
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
