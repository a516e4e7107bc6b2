/// What was last said of a host: most addresses of an app have the same one.
struct LastHost<Judgement> {
  private let judge: (String) -> Judgement
  private var last: (host: String, judgement: Judgement)?

  init(_ judge: @escaping (String) -> Judgement) {
    self.judge = judge
  }

  /// What there is to say of a host.
  mutating func judgement(of host: String) -> Judgement {
    if let last, last.host == host { return last.judgement }
    let judgement = judge(host)
    last = (host, judgement)
    return judgement
  }
}
