using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements.Regles;

namespace CdgMarches.Domain.Recensements;

/// <summary>L'exécutif d'un membre délègue à un utilisateur de sa collectivité la validation de ses recensements.</summary>
public sealed class Delegation : Agregat
{
    public const int LongueurActe = 200;

    private Delegation() { }

    public DelegationId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public CollectiviteId Collectivite { get; private init; }

    /// <summary>Le compte du délégataire.</summary>
    public Guid Utilisateur { get; private init; }

    public string Nom { get; private init; } = "";

    /// <summary>L'acte qui délègue : « arrêté 2026-14 du 3 mai 2026 ».</summary>
    public string Acte { get; private init; } = "";

    public DateOnly Du { get; private init; }

    /// <summary>Dernier jour inclus ; null tant qu'elle dure.</summary>
    public DateOnly? Au { get; private set; }

    public override IEnumerable<EcheanceDue> Echeances =>
        Au is { } fin
            ?
            [
                new EcheanceDue("fin", fin, $"Fin de la délégation de validation {GrammaireDuNom.De(Nom)}", "RG5.01", Acte)
                {
                    Collectivite = Collectivite.Valeur,
                    Alertes = [30],
                    PasseDElleMeme = true,
                    Adresse = $"/collectivites/{Collectivite.Valeur}",
                },
            ]
            : [];

    public static Verdict PeutEnregistrer(string? acte, DateOnly du, DateOnly? au) =>
        Verdict.De(
            new ActeDeDelegation(acte),
            new DatePlausible("Le début de la délégation", du, "du"),
            new DelegationOrdonnee(du, au)
        );

    public static Delegation Enregistrer(
        CollectiviteId collectivite,
        Guid utilisateur,
        string nom,
        string acte,
        DateOnly du,
        DateOnly? au
    )
    {
        PeutEnregistrer(acte, du, au).Exiger();
        var delegation = new Delegation
        {
            Id = DelegationId.Nouveau(),
            Collectivite = collectivite,
            Utilisateur = utilisateur,
            Nom = nom,
            Acte = acte.Trim(),
            Du = du,
            Au = au,
        };
        delegation.Signaler(new DelegationEnregistree(collectivite.Valeur, nom, delegation.Acte));
        return delegation;
    }

    public bool EstEnVigueur(DateOnly jour) => Du <= jour && (Au is not { } au || jour <= au);

    public void Terminer(DateOnly dernierJour)
    {
        Verdict.De(new DelegationOrdonnee(Du, dernierJour)).Exiger();
        Au = dernierJour;
        Signaler(new DelegationTerminee(Collectivite.Valeur, Nom, dernierJour));
    }
}
