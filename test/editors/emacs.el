;;; emacs.el --- What a user of docs/editors/emacs.el does  -*- lexical-binding: t; coding: utf-8 -*-

;; In the working directory's texts; what Emacs has then is written as JSON into the file that TIAOWEN_RESULTS names.

(require 'json)
(require 'cl-lib)
(require 'eglot)

(defconst limit 20 "The longest wait for anything, in seconds.")
(defconst draft (expand-file-name "内蒙古自治区边境口岸管理实施细则.law.txt"))
(defconst rules (expand-file-name "示范县农贸市场管理办法.txt"))

(defun wait-for (what condition)
  "Let the server's messages in until CONDITION gives something; WHAT is what is waited for."
  (let ((end (+ (float-time) limit)) value)
    (while (not (setq value (funcall condition)))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05))
    value))

(defun edit (file)
  "Visit FILE and wait until the server manages it."
  (find-file file)
  ;; Nothing else runs it where no commands are read.
  (run-hooks 'post-command-hook)
  (wait-for "the server" #'eglot-managed-p))

(defun go-to (words)
  "Put point behind the first character of WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (1+ (match-beginning 0))))

(defun text () (buffer-substring-no-properties (point-min) (point-max)))

(defun place-after (command)
  "The file and the line that COMMAND leads to."
  ;; It fails until the server has read the texts of the project.
  (wait-for "a place" (lambda () (ignore-errors (call-interactively command) t)))
  ;; Eglot 1.9 leaves the name in the bytes of the URI.
  `((file . ,(decode-coding-string (encode-coding-string (file-name-nondirectory buffer-file-name) 'utf-8) 'utf-8))
    (line . ,(buffer-substring-no-properties (line-beginning-position) (line-end-position)))))

(defun problems ()
  "The messages of the problems in this buffer."
  (flymake-start)
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun names (index)
  "The names in INDEX, as of imenu, with those below them."
  (cl-loop for (name . below) in index
           unless (equal name "*Rescan*")
           append (cons (substring-no-properties name) (and (listp below) (names below)))))

(defun hover ()
  "What eldoc has to say of what is at point."
  (let (said)
    (eglot-hover-eldoc-function (lambda (string &rest _) (setq said string)))
    (substring-no-properties (wait-for "the hover" (lambda () said)))))

(defun results ()
  (let (results)
    (cl-flet ((add (name value) (push (cons name value) results)))
      (edit draft)
      (add 'mode (symbol-name major-mode))
      (add 'diagnostics (vconcat (wait-for "the problems" #'problems)))
      (add 'outline (vconcat (names (funcall imenu-create-index-function))))
      (go-to "第十二条第二款")
      (add 'hover (hover))
      (add 'intoRegulation (place-after #'xref-find-definitions))
      (edit draft)
      (go-to "第三条第一项查验")
      (add 'intoOtherFile (place-after #'xref-find-definitions))
      (edit draft)
      (eglot-format-buffer)
      (add 'formatted (text))
      (edit rules)
      (go-to "农贸市场，是指")
      (eglot-rename "集贸市场")
      (add 'renamed (text)))
    results))

(let ((outcome (condition-case problem (results)
                 (error `((error . ,(error-message-string problem))))))
      (coding-system-for-write 'utf-8))
  (with-temp-file (getenv "TIAOWEN_RESULTS") (insert (json-encode outcome))))
(kill-emacs)
