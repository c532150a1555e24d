using CdgMarches.Domain.Conventions;

namespace CdgMarches.App.Conventions;

/// <summary>Ce qu'un agent fait d'une convention d'accès.</summary>
public abstract record GesteDeConvention
{
    private GesteDeConvention() { }

    /// <param name="convention">La convention lue.</param>
    /// <param name="jour">Le jour du CDG.</param>
    /// <param name="autres">Les autres conventions de la collectivité.</param>
    internal abstract void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres);

    /// <summary>Dater ou corriger ses actes.</summary>
    public sealed record Dater(ActesDAcces Actes, string? Motif) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.Dater(Actes, jour, autres, Motif);
    }

    /// <summary>Changer ses durées et ses délais, tant que personne n'a signé.</summary>
    public sealed record ChangerLesRegles(ReglesDAcces Regles) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.ChangerLesRegles(Regles);
    }

    public sealed record Confier(Guid? Responsable) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.Confier(Responsable);
    }

    public sealed record Abandonner(string? Motif) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.Abandonner(jour, Motif);
    }

    /// <summary>Prendre acte de la reconduction tacite à son terme.</summary>
    public sealed record ExaminerLeTerme(DateOnly Terme) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.ExaminerLeTerme(Terme);
    }

    public sealed record MettreEnDemeure(NouvelleMiseEnDemeure Saisie) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.MettreEnDemeure(Saisie, jour);
    }

    public sealed record ConstaterLaMiseEnDemeure(int Numero, AvisDeReception Avis) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.ConstaterLaMiseEnDemeure(Numero, Avis, jour);
    }

    public sealed record Regulariser(int Numero, DateOnly PayeeLe) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.Regulariser(Numero, PayeeLe, jour);
    }

    public sealed record Denoncer(NouvelleDenonciation Saisie) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.Denoncer(Saisie, jour);
    }

    public sealed record Notifier(AvisDeReception Avis) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.Notifier(Avis, jour);
    }

    public sealed record InformerLesArchives(DateOnly EnvoyeLe, string? NumeroDeRecommande) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.InformerLesArchives(EnvoyeLe, NumeroDeRecommande, jour);
    }

    public sealed record ConstaterLesArchives(AvisDeReception Avis) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.ConstaterLesArchives(Avis, jour);
    }

    public sealed record RetirerLaDenonciation(DateOnly Le, string? Motif) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.RetirerLaDenonciation(Le, jour, Motif);
    }

    /// <summary>Ouvrir la restitution d'une convention qui s'arrête sans dénonciation.</summary>
    public sealed record OuvrirLaRestitution : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.OuvrirLaRestitution(jour);
    }

    public sealed record InventorierUnDocument(string? Designation, int? Quantite, string? Support) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.InventorierUnDocument(Designation, Quantite, Support);
    }

    public sealed record RetirerDeLInventaire(int Numero) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.RetirerDeLInventaire(Numero);
    }

    public sealed record MettreADisposition(DateOnly Le) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.MettreADisposition(Le, jour);
    }

    public sealed record ConstaterLeRecu(DateOnly Le, string? Signataire) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.ConstaterLeRecu(Le, Signataire, null, jour);
    }

    public sealed record DeposerLeTexte(string? Texte) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.DeposerLeTexte(Texte);
    }

    public sealed record PreparerUnAvenant(string? Objet, string? Texte, ReglesDAcces? Regles) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.PreparerUnAvenant(Objet, Texte, Regles, jour);
    }

    public sealed record DaterLAvenant(int Numero, DateOnly? Collectivite, DateOnly? Cdg, DateOnly? Effet) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.DaterLAvenant(Numero, Collectivite, Cdg, Effet, jour);
    }

    public sealed record RelireLaPiece(int Numero, bool Validee, string? MotifDeCorrection) : GesteDeConvention
    {
        internal override void Appliquer(ConventionDAcces convention, DateOnly jour, IReadOnlyList<AutreConvention> autres) =>
            convention.RelireLaPiece(Numero, Validee, MotifDeCorrection);
    }
}
