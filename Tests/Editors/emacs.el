;;; Emacs with Eglot as an editor of manifests: opens a bad one, shows what is wrong, applies a fix, completes a scope.
;;; Run by Tests/Editors/run; a failed check ends Emacs with a message and a code that is not 0.

(setq debug-on-error nil backtrace-on-error-noninteractive nil)
(package-initialize)
(require 'eglot)
(unless (fboundp 'yaml-mode) (define-derived-mode yaml-mode text-mode "YAML"))
(add-to-list 'eglot-server-programs `((yaml-mode) ,(getenv "MANIFESTLINT") "lsp"))
(setq eglot-sync-connect t)

(defun check (condition message)
  (unless condition
    (message "emacs: %s\n%s" message (buffer-string))
    (kill-emacs 1)))

(defun shown (text)
  "The place of a diagnostic with a text in it, once Flymake shows it."
  (let ((found nil) (tries 200))
    (while (and (not found) (> tries 0))
      (dolist (diagnostic (flymake-diagnostics))
        (when (string-search text (flymake-diagnostic-text diagnostic)) (setq found (flymake-diagnostic-beg diagnostic))))
      (setq tries (1- tries))
      (unless found (accept-process-output nil 0.1)))
    found))

(find-file (getenv "MANIFEST"))
(yaml-mode)
(apply #'eglot (eglot--guess-contact))
(check (eglot-current-server) "the server did not start")
(flymake-start)

;; What is wrong is shown.
(let ((place (shown "unknown access scope 'deals:rread'")))
  (check place "the scope is not shown")
  (message "shows: unknown access scope")
  ;; A fix is applied.
  (let ((action (seq-find (lambda (action) (equal (plist-get action :title) "Write 'deals:read'"))
                          (eglot-code-actions place (1+ place)))))
    (check action "no fix is offered")
    (condition-case nil
        (eglot--apply-workspace-edit (plist-get action :edit))
      ;; Emacs 30 wants to know what for.
      (wrong-number-of-arguments (eglot--apply-workspace-edit (plist-get action :edit) 'check)))
    (check (string-search "[base, deals:read]" (buffer-string)) "the fix was not applied")
    (message "fixes: %s" (plist-get action :title))))

;; A scope in a list of dashes is completed behind its colon.
(goto-char (point-min))
(search-forward "scopes: [base, deals:read]")
(replace-match "scopes:\n    - base\n    - deals:")
(let ((completion (eglot-completion-at-point)))
  (check (member "deals:read" (all-completions "deals:" (nth 2 completion))) "the scope is not completed"))
(message "completes: deals:read")

(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
