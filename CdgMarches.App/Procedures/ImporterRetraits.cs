using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>Le registre des retraits du profil d'acheteur, en CSV ou Excel : aperçu, puis inscription au registre.</summary>
public sealed class ImporterRetraits(LireRegistre lire, TenirRegistre tenir) : ImportDeRegistre<Retrait>(lire, tenir)
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

    private protected override PlanDImport Plan { get; } = new("Retraits", Entreprise, Courriel, Jour, Heure);

    private protected override Champs<Retrait> Champs =>
        new Champs<Retrait>()
            .Avec(Entreprise, r => r.Entreprise)
            .Avec(Courriel, r => r.Courriel)
            .Avec(Jour, r => (DateOnly?)DateOnly.FromDateTime(r.Le));

    private protected override IReadOnlyList<Retrait> Inscrits(Registre registre) => registre.Retraits;

    private protected override string Cle(Retrait inscrit) => Cle(inscrit.Entreprise, inscrit.Le);

    private protected override string? Cle(LigneDImport ligne) =>
        ligne.Lire(Entreprise) is { } e && ligne.Lire(Jour) is not null ? Cle(e, Instant(ligne)) : null;

    private protected override void Controler(LigneDImport ligne, Retrait? inscrit) => HeureDeRegistre.Controler(ligne, Heure);

    private protected override EcritureAuRegistre? Ecrire(LigneDApercu ligne) =>
        ligne.Effet is EffetDeLigne.Creation
            ? new EcritureAuRegistre.Retire(ligne.Source.Lire(Entreprise), ligne.Source.Lire(Courriel), Instant(ligne.Source))
            : null;

    private static DateTime Instant(LigneDImport ligne) => HeureDeRegistre.Instant(ligne, Jour, Heure);

    private static string Cle(string entreprise, DateTime le) => $"{CleDeTri.De(entreprise)} {le:yyyy-MM-dd HH:mm}";
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
