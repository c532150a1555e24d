using CdgMarches.Domain.Conventions;

namespace CdgMarches.App.Conventions;

/// <summary>Les faits qu'un geste oppose à la convention.</summary>
/// <param name="Jour">Le jour du CDG.</param>
/// <param name="Autres">Les autres conventions de la collectivité.</param>
/// <param name="AnnexesManquantes">Les annexes que son dossier n'a pas encore.</param>
internal sealed record FaitsDuGeste(
    DateOnly Jour,
    IReadOnlyList<AutreConvention> Autres,
    IReadOnlyList<string> AnnexesManquantes
);

/// <summary>Ce qu'un agent fait d'une convention d'accès.</summary>
public abstract record GesteDeConvention
{
    private GesteDeConvention() { }

    /// <param name="convention">La convention lue.</param>
    /// <param name="faits">Ce que la convention ne sait pas d'elle-même.</param>
    internal abstract void Appliquer(ConventionDAcces convention, FaitsDuGeste faits);

    /// <summary>Dater ou corriger ses actes.</summary>
    public sealed record Dater(ActesDAcces Actes, string? Motif) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.Dater(Actes, faits.Jour, faits.Autres, faits.AnnexesManquantes, Motif);
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

    public sealed record MettreEnDemeure(NouvelleMiseEnDemeure Saisie) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.MettreEnDemeure(Saisie, faits.Jour);
    }

    public sealed record ConstaterLaMiseEnDemeure(int Numero, AvisDeReception Avis) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.ConstaterLaMiseEnDemeure(Numero, Avis, faits.Jour);
    }

    public sealed record Regulariser(int Numero, DateOnly PayeeLe) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.Regulariser(Numero, PayeeLe, faits.Jour);
    }

    public sealed record Denoncer(NouvelleDenonciation Saisie) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.Denoncer(Saisie, faits.Jour);
    }

    public sealed record Notifier(AvisDeReception Avis) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.Notifier(Avis, faits.Jour);
    }

    public sealed record InformerLesArchives(DateOnly EnvoyeLe, string? NumeroDeRecommande) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.InformerLesArchives(EnvoyeLe, NumeroDeRecommande, faits.Jour);
    }

    public sealed record ConstaterLesArchives(AvisDeReception Avis) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.ConstaterLesArchives(Avis, faits.Jour);
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

    public sealed record DaterLAvenant(int Numero, DateOnly? Collectivite, DateOnly? Cdg, DateOnly? Effet) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.DaterLAvenant(Numero, Collectivite, Cdg, Effet, faits.Jour);
    }

    public sealed record RelireLaPiece(int Numero, bool Validee, string? MotifDeCorrection) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, FaitsDuGeste faits) =>
            convention.RelireLaPiece(Numero, Validee, MotifDeCorrection);
    }
}
