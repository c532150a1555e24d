using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Conventions;

/// <summary>Les faits qu'un geste oppose à la convention.</summary>
/// <param name="Jour">Le jour du CDG.</param>
/// <param name="Autres">Les autres conventions de la collectivité.</param>
/// <param name="AnnexesManquantes">Les annexes que son dossier n'a pas encore.</param>
/// <param name="FaitsSousElle">Ce qui s'est fait sous elle : ses actes ne s'effacent plus dessous.</param>
/// <param name="CourrierRevenu">Le numéro du courrier de la lettre, s'il est revenu d'une adresse inconnue.</param>
internal sealed record FaitsDuGeste(
    DateOnly Jour,
    IReadOnlyList<AutreConvention> Autres,
    IReadOnlyList<string> AnnexesManquantes,
    IReadOnlyList<FaitSousLaConvention> FaitsSousElle,
    string? CourrierRevenu = null
);

/// <summary>Ce qu'un agent fait d'une convention d'accès.</summary>
public abstract record GesteDeConvention
{
    private GesteDeConvention() { }

    /// <summary>La lettre recommandée que ce geste inscrit au registre des courriers ; nulle s'il n'en envoie pas.</summary>
    internal virtual LettreDuGeste? Envoi(ConventionDAcces convention) => null;

    /// <param name="convention">La convention lue.</param>
    /// <param name="faits">Ce que la convention ne sait pas d'elle-même.</param>
    internal abstract void Appliquer(ConventionDAcces convention, FaitsDuGeste faits);

    /// <summary>Dater ou corriger ses actes.</summary>
    public sealed record Dater(ActesDAcces Actes, string? Motif) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.Dater(Actes, faits.Jour, faits.Autres, faits.AnnexesManquantes, Motif, faits.FaitsSousElle);
    }

    /// <summary>Changer ses durées et ses délais, tant que personne n'a signé.</summary>
    public sealed record ChangerLesRegles(ReglesDAcces Regles) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) => convention.ChangerLesRegles(Regles);
    }

    public sealed record Confier(Guid? Responsable) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) => convention.Confier(Responsable);
    }

    public sealed record Abandonner(string? Motif) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.Abandonner(faits.Jour, Motif);
    }

    /// <summary>Prendre acte de la reconduction tacite à son terme.</summary>
    public sealed record ExaminerLeTerme(DateOnly Terme) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) => convention.ExaminerLeTerme(Terme);
    }

    /// <summary>Mettre en demeure pour pouvoir dénoncer ; la convention finie, ce qui reste dû se recouvre depuis son appel.</summary>
    public sealed record MettreEnDemeure(NouvelleMiseEnDemeure Saisie, PliDuGeste Pli) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits)
        {
            Verdict
                .De(new ConventionNonTerminee(convention.DernierJour, faits.Jour))
                .Et(convention.PeutMettreEnDemeure(Saisie, faits.Jour))
                .Exiger();
            convention.MettreEnDemeure(Saisie, faits.Jour);
        }

        internal override LettreDuGeste Envoi(ConventionDAcces convention) =>
            new(
                LettreDAcces.MiseEnDemeure,
                convention.MisesEnDemeure.Max(m => m.Numero),
                Pli,
                $"Mise en demeure de payer le titre {Saisie.Titre}, convention {convention.Reference}"
            );
    }

    /// <summary>Inscrire au registre une lettre notée avant qu'il ne la suive.</summary>
    public sealed record InscrireLaLettre(LettreDAcces Lettre, int? Numero, PliDuGeste Pli) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) { }

        internal override LettreDuGeste Envoi(ConventionDAcces convention) =>
            new(Lettre, Numero, Pli, $"{Lettre.Libelle()}, convention {convention.Reference}");
    }

    /// <summary>Envoyer une autre lettre à la place de celle qui est revenue d'une adresse inconnue.</summary>
    public sealed record RenvoyerLaLettre(
        LettreDAcces Lettre,
        int? Numero,
        DateOnly Le,
        string? NumeroDeRecommande,
        PliDuGeste Pli
    ) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.Renvoyer(Lettre, Le, NumeroDeRecommande, faits.CourrierRevenu, faits.Jour, Numero);

        internal override LettreDuGeste Envoi(ConventionDAcces convention) =>
            new(Lettre, Numero, Pli, $"{Lettre.Libelle()}, nouvel envoi, convention {convention.Reference}");
    }

    public sealed record Regulariser(int Numero, DateOnly PayeeLe) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.Regulariser(Numero, PayeeLe, faits.Jour);
    }

    public sealed record Denoncer(NouvelleDenonciation Saisie, PliDuGeste Pli) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.Denoncer(Saisie, faits.Jour);

        internal override LettreDuGeste Envoi(ConventionDAcces convention) =>
            new(
                LettreDAcces.Denonciation,
                null,
                Pli,
                $"Dénonciation de la convention {convention.Reference}, {Saisie.Auteur.Libelle().ToLower(Francais.Culture).Replace("cdg", "CDG", StringComparison.Ordinal)}"
            );
    }

    public sealed record InformerLesArchives(DateOnly EnvoyeLe, string? NumeroDeRecommande, PliDuGeste Pli) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.InformerLesArchives(EnvoyeLe, NumeroDeRecommande, faits.Jour);

        internal override LettreDuGeste Envoi(ConventionDAcces convention) =>
            new(
                LettreDAcces.Archives,
                null,
                Pli,
                $"Dénonciation de la convention {convention.Reference}, information des archives départementales"
            );
    }

    public sealed record RetirerLaDenonciation(DateOnly Le, string? Motif) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.RetirerLaDenonciation(Le, faits.Jour, Motif);
    }

    /// <summary>Ouvrir la restitution d'une convention qui s'arrête sans dénonciation.</summary>
    public sealed record OuvrirLaRestitution : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.OuvrirLaRestitution(faits.Jour);
    }

    public sealed record InventorierUnDocument(string? Designation, int? Quantite, string? Support) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.InventorierUnDocument(Designation, Quantite, Support);
    }

    public sealed record RetirerDeLInventaire(int Numero) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.RetirerDeLInventaire(Numero);
    }

    public sealed record MettreADisposition(DateOnly Le) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.MettreADisposition(Le, faits.Jour);
    }

    public sealed record ConstaterLeRecu(DateOnly Le, string? Signataire) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.ConstaterLeRecu(Le, Signataire, null, faits.Jour);
    }

    public sealed record DeposerLeTexte(string? Texte) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) => convention.DeposerLeTexte(Texte);
    }

    public sealed record PreparerUnAvenant(string? Objet, string? Texte, ReglesDAcces? Regles) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.PreparerUnAvenant(Objet, Texte, Regles, faits.Jour);
    }

    /// <summary>Corrige un avenant que personne n'a signé.</summary>
    public sealed record RedigerLAvenant(int Numero, string? Objet, string? Texte, ReglesDAcces? Regles) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.RedigerLAvenant(Numero, Objet, Texte, Regles, faits.Jour);
    }

    public sealed record DaterLAvenant(int Numero, DateOnly? Collectivite, DateOnly? Cdg, DateOnly? Effet, string? Motif = null)
        : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.DaterLAvenant(Numero, Collectivite, Cdg, Effet, faits.Jour, Motif);
    }

    public sealed record RelireLaPiece(int Numero, bool Validee, string? MotifDeCorrection) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.RelireLaPiece(Numero, Validee, MotifDeCorrection);
    }
}
