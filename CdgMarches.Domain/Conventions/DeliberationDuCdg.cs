using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Une délibération du conseil d'administration du CDG, que les visas des conventions citent.</summary>
/// <remarks>RG6.18. Exécutoire une fois publiée et transmise : le plus tardif des deux jours.</remarks>
public sealed class DeliberationDuCdg : Agregat
{
    public const int LongueurDuNumero = 60;

    public const int LongueurDeLObjet = 500;

    private DeliberationDuCdg() { }

    public DeliberationDuCdgId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public string Numero { get; private set; } = "";

    public DateOnly Date { get; private set; }

    public string Objet { get; private set; } = "";

    public DateOnly? TransmiseLe { get; private set; }

    public DateOnly? PublieeLe { get; private set; }

    /// <summary>Vrai si les conventions d'accès à venir la citent dans leurs visas.</summary>
    public bool EstCitee { get; private set; }

    /// <summary>Le jour où elle devient exécutoire ; nul s'il manque la transmission ou la publication.</summary>
    public DateOnly? ExecutoireLe =>
        TransmiseLe is { } transmise && PublieeLe is { } publiee ? (transmise > publiee ? transmise : publiee) : null;

    /// <summary>Le visa, tel que la convention l'écrit.</summary>
    public string Visa =>
        $"Vu la délibération du conseil d'administration du centre de gestion n° {Numero} du {EnClair.Date(Date)}";

    /// <param name="saisie">Ce que l'on enregistre.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="dejaEnregistree">Vrai si une autre a ce numéro et cette date.</param>
    /// <param name="memeNumeroLe">La date d'une autre qui a ce numéro ; nulle s'il n'y en a pas.</param>
    public static Verdict PeutEtre(
        SaisieDeDeliberation saisie,
        DateOnly aujourdhui,
        bool dejaEnregistree = false,
        DateOnly? memeNumeroLe = null
    ) =>
        Verdict.De(
            new TexteDeRegistre("numero", "Le numéro de la délibération", saisie.Numero, LongueurDuNumero, ArticlesDAcces.Visas),
            new TexteDeRegistre("objet", "L'objet de la délibération", saisie.Objet, LongueurDeLObjet, ArticlesDAcces.Visas),
            new ActePasAVenir("date", "La délibération", saisie.Date, aujourdhui),
            new DatesDansLOrdre("transmise-le", "La transmission", saisie.Date, saisie.TransmiseLe),
            new DatesDansLOrdre("publiee-le", "La publication", saisie.Date, saisie.PublieeLe),
            new ActePasAVenir("transmise-le", "La transmission", saisie.TransmiseLe, aujourdhui),
            new ActePasAVenir("publiee-le", "La publication", saisie.PublieeLe, aujourdhui),
            new DeliberationUneSeuleFois(saisie.Numero?.Trim() ?? "", saisie.Date, dejaEnregistree),
            new NumeroDeDeliberationLibre(saisie.Numero?.Trim() ?? "", memeNumeroLe)
        );

    public static DeliberationDuCdg Enregistrer(
        SaisieDeDeliberation saisie,
        DateOnly aujourdhui,
        bool dejaEnregistree = false,
        DateOnly? memeNumeroLe = null
    )
    {
        PeutEtre(saisie, aujourdhui, dejaEnregistree, memeNumeroLe).Exiger(saisie.Motif);
        var deliberation = new DeliberationDuCdg { Id = DeliberationDuCdgId.Nouveau() };
        deliberation.Prendre(saisie);
        deliberation.Signaler(
            new RegistreTenu(
                $"Délibération n° {deliberation.Numero} enregistrée : {deliberation.Objet}.",
                MotifDe(saisie, memeNumeroLe)
            )
        );
        return deliberation;
    }

    public void Modifier(
        SaisieDeDeliberation saisie,
        DateOnly aujourdhui,
        bool dejaEnregistree = false,
        DateOnly? memeNumeroLe = null
    )
    {
        PeutEtre(saisie, aujourdhui, dejaEnregistree, memeNumeroLe).Exiger(saisie.Motif);
        Prendre(saisie);
        Signaler(new RegistreTenu($"Délibération n° {Numero} modifiée.", MotifDe(saisie, memeNumeroLe)));
    }

    private static string? MotifDe(SaisieDeDeliberation saisie, DateOnly? memeNumeroLe) =>
        memeNumeroLe is null ? null : saisie.Motif?.Trim();

    private void Prendre(SaisieDeDeliberation s) =>
        (Numero, Date, Objet, TransmiseLe, PublieeLe, EstCitee) = (
            s.Numero!.Trim(),
            s.Date,
            s.Objet!.Trim(),
            s.TransmiseLe,
            s.PublieeLe,
            s.EstCitee
        );
}

/// <summary>Ce que l'on saisit d'une délibération du CDG ; le motif dit pourquoi deux portent le même numéro.</summary>
public sealed record SaisieDeDeliberation(
    string? Numero,
    DateOnly Date,
    string? Objet,
    DateOnly? TransmiseLe,
    DateOnly? PublieeLe,
    bool EstCitee,
    string? Motif = null
);

/// <summary>Un fait d'un registre du CDG, qui ne concerne aucune collectivité.</summary>
public sealed record RegistreTenu(string Libelle, string? Motif = null) : IEvenementMetier;
