using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>Le registre des retraits du profil d'acheteur, en CSV ou Excel : aperçu, puis inscription au registre.</summary>
public sealed class ImporterRetraits(LireRegistre lire, TenirRegistre tenir)
{
    private static readonly ColonneDImport<string?> Entreprise = Colonnes.Texte("Entreprise", 300) with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Raison sociale", "Société", "Opérateur économique", "Candidat"],
    };

    private static readonly ColonneDImport<string?> Courriel = Colonnes.Texte("Courriel", 254) with
    {
        Alias = ["Email", "E-mail", "Adresse électronique", "Mail"],
    };

    private static readonly ColonneDImport<DateOnly?> Jour = Colonnes.Date("Date de retrait") with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Date", "Date et heure de retrait", "Retiré le", "Téléchargé le"],
    };

    private static readonly ColonneDImport<string?> Heure = Colonnes.Texte("Heure", 20) with { Alias = ["Heure de retrait"] };

    private static readonly PlanDImport Plan = new("Retraits", Entreprise, Courriel, Jour, Heure);

    /// <summary>Lit le fichier et dit ce qu'il inscrirait ; rien n'est écrit.</summary>
    public async Task<ApercuDImport> PreparerAsync(
        Acteur acteur,
        ProcedureId id,
        Stream contenu,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        var deja = (await lire.DuPerimetreAsync(acteur, id, annulation))
            .Registre.Retraits.GroupBy(r => Cle(r.Entreprise, r.Le), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return ApercuDImport.Construire(
            Plan.Lire(LecteurDeTableur.Lire(contenu, nom)),
            l => l.Lire(Entreprise) is { } e && l.Lire(Jour) is not null ? Cle(e, Instant(l)) : null,
            cle => deja.GetValueOrDefault(cle),
            new Champs<Retrait>()
                .Avec(Entreprise, r => r.Entreprise)
                .Avec(Courriel, r => r.Courriel)
                .Avec(Jour, r => (DateOnly?)DateOnly.FromDateTime(r.Le)),
            (ligne, _) => HeureDeRegistre.Controler(ligne, Heure)
        );
    }

    /// <summary>Inscrit les lignes sans erreur qui n'y sont pas encore.</summary>
    public async Task<int> AppliquerAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        ApercuDImport apercu,
        CancellationToken annulation = default
    )
    {
        List<EcritureAuRegistre> ecritures =
        [
            .. apercu
                .LignesAImporter.Where(l => l.Effet is EffetDeLigne.Creation)
                .Select(l => new EcritureAuRegistre.Retire(
                    l.Source.Lire(Entreprise),
                    l.Source.Lire(Courriel),
                    Instant(l.Source)
                )),
        ];
        await tenir.ExecuterAsync(acteur, id, versionLue, ecritures, annulation);
        return ecritures.Count;
    }

    private static DateTime Instant(LigneDImport ligne) => HeureDeRegistre.Instant(ligne, Jour, Heure);

    private static string Cle(string entreprise, DateTime le) => $"{CleDeTri.De(entreprise)} {le:yyyy-MM-dd HH:mm}";
}

/// <summary>Les questions et réponses du profil d'acheteur, en CSV ou Excel : aperçu, puis inscription au registre.</summary>
/// <remarks>Une question déjà inscrite sans réponse reçoit celle du fichier ; une réponse déjà notée ne change pas.</remarks>
public sealed class ImporterQuestions(LireRegistre lire, TenirRegistre tenir)
{
    private const string Motif = "Repris du registre du profil d'acheteur.";

    private static readonly ColonneDImport<string?> Texte = Colonnes.Texte("Question", 4000) with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Texte de la question", "Libellé"],
    };

    private static readonly ColonneDImport<DateOnly?> Recue = Colonnes.Date("Reçue le") with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Date", "Date de la question", "Posée le"],
    };

    private static readonly ColonneDImport<string?> Reponse = Colonnes.Texte("Réponse", 4000) with
    {
        Alias = ["Texte de la réponse"],
    };

    private static readonly ColonneDImport<DateOnly?> Repondue = Colonnes.Date("Réponse le") with
    {
        Alias = ["Date de la réponse", "Répondu le", "Publiée le"],
    };

    private static readonly PlanDImport Plan = new("Questions", Texte, Recue, Reponse, Repondue);

    /// <summary>Lit le fichier et dit ce qu'il inscrirait ; rien n'est écrit.</summary>
    public async Task<ApercuDImport> PreparerAsync(
        Acteur acteur,
        ProcedureId id,
        Stream contenu,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        var deja = (await lire.DuPerimetreAsync(acteur, id, annulation))
            .Registre.Questions.GroupBy(q => Cle(q.Texte), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return ApercuDImport.Construire(
            Plan.Lire(LecteurDeTableur.Lire(contenu, nom)),
            l => l.Lire(Texte) is { } t ? Cle(t) : null,
            cle => deja.GetValueOrDefault(cle),
            new Champs<Question>()
                .Avec(Texte, q => q.Texte)
                .Avec(Recue, q => (DateOnly?)q.RecueLe)
                .Avec(Reponse, q => q.Reponse)
                .Avec(Repondue, q => q.ReponduLe),
            Controler
        );
    }

    /// <summary>Inscrit les questions nouvelles et les réponses qui manquaient.</summary>
    public async Task<int> AppliquerAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        ApercuDImport apercu,
        CancellationToken annulation = default
    )
    {
        List<EcritureAuRegistre> ecritures =
        [
            .. apercu.LignesAEcrire.Select(l => new EcritureAuRegistre.Reprend(
                l.Source.Lire(Texte)!,
                l.Source.Lire(Recue)!.Value,
                l.Source.Lire(Reponse),
                l.Source.Lire(Repondue),
                Motif
            )),
        ];
        await tenir.ExecuterAsync(acteur, id, versionLue, ecritures, annulation);
        return ecritures.Count;
    }

    private static void Controler(LigneDImport ligne, Question? existante)
    {
        if (ligne.Lire(Reponse) is null != ligne.Lire(Repondue) is null)
        {
            ligne.Refuser(Repondue, "une réponse va avec sa date, et une date avec sa réponse.");
        }
        else if (ligne.Lire(Repondue) is { } le && ligne.Lire(Recue) is { } recue && le < recue)
        {
            ligne.Refuser(Repondue, "la réponse ne peut pas précéder la question.");
        }
        else if (existante?.ReponduLe is not null)
        {
            ligne.Avertir(Texte, "cette question a déjà sa réponse au registre : elle y reste telle quelle.");
        }
    }

    private static string Cle(string texte)
    {
        var cle = CleDeTri.De(texte);
        return cle.Length > 300 ? cle[..300] : cle;
    }
}

/// <summary>L'instant d'une ligne de registre : une date, et une heure à part ou dans la même cellule.</summary>
internal static class HeureDeRegistre
{
    public static void Controler(LigneDImport ligne, ColonneDImport<string?> heure)
    {
        if (ligne.Lire(heure) is { } tapee && !Saisie.TryHeure(tapee, out _, out var erreur))
        {
            ligne.Refuser(heure, erreur!);
        }
    }

    public static DateTime Instant(LigneDImport ligne, ColonneDImport<DateOnly?> jour, ColonneDImport<string?> heure) =>
        ligne
            .Lire(jour)!
            .Value.ToDateTime(
                Saisie.TryHeure(ligne.Lire(heure) ?? "", out var lue, out _) ? lue
                : ligne.Cellule(jour).Date is { } instant ? TimeOnly.FromDateTime(instant)
                : TimeOnly.MinValue
            );
}
