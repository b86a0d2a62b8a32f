;;; emacs.el --- Tiaowen in Emacs, by eglot  -*- lexical-binding: t; coding: utf-8 -*-

;; Part of the init file, or a file that it loads.  Eglot is part of Emacs 29, and a package before.

(define-derived-mode regulation-mode text-mode "法规"
  "Major mode for the text of Chinese laws and regulations.")

;; The texts it opens: those whose names the VS Code extension takes for regulation text.
(add-to-list 'auto-mode-alist '("\\.\\(law\\.txt\\|fagui\\)\\'" . regulation-mode))
(add-to-list 'auto-mode-alist
             '("\\(条例\\|办法\\|规定\\|细则\\|规则\\|决定\\|解释\\|法\\)[^/]*\\.txt\\'" . regulation-mode))

(with-eval-after-load 'eglot
  ;; Further laws, as often as there are folders: "--library" "/path/to/laws".  Messages in English: "--lang" "en".
  (add-to-list 'eglot-server-programs '(regulation-mode . ("tiaowen" "lsp" "--stdio"))))

(add-hook 'regulation-mode-hook #'eglot-ensure)

;; A law outside of the project, to which a citation has led, belongs to the same server.
(setq eglot-extend-to-xref t)

;; The settings of the README:
;; (setq-default eglot-workspace-configuration '((:tiaowen . (:hover (:maxLength 300)))))

;; Where they are: `xref-find-definitions' M-., `xref-find-references' M-?, `imenu' M-g i, `eldoc' C-h .,
;; `eglot-rename', `eglot-format', `eglot-code-actions', `flymake-show-buffer-diagnostics'.

;;; emacs.el ends here
