using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <content>La restitution des documents, qu'ouvre une dénonciation ou, sans elle, la fin certaine de la convention.</content>
public sealed partial class ConventionDAcces
{
    /// <summary>Nulle tant que rien n'annonce la fin de la convention.</summary>
    public Restitution? Restitution { get; private set; }

    /// <summary>Vrai quand le reçu est signé : rien n'est plus dû à la collectivité.</summary>
    public bool RestitutionTerminee => Restitution?.EstTerminee ?? false;

    /// <summary>Vrai quand une dénonciation tient, ou qu'un dernier jour est connu.</summary>
    public bool PrendFin => DenonciationEnCours is not null || DernierJour is not null;

    /// <summary>Une convention qui s'arrête à son terme rend aussi les documents : sans dénonciation, un agent ouvre la restitution.</summary>
    public Verdict PeutOuvrirLaRestitution() =>
        Verdict.De(new ConventionQuiPrendFin(PrendFin), new RestitutionPasEncoreOuverte(Restitution?.OuverteLe));

    public void OuvrirLaRestitution(DateOnly jour)
    {
        PeutOuvrirLaRestitution().Exiger();
        Restitution = new Restitution(jour);
        Signaler(new RestitutionOuverteLe(Collectivite, jour));
    }

    public Verdict PeutInventorier() =>
        Verdict.De(
            new RestitutionOuverte(Restitution is not null),
            new ConventionQuiPrendFin(Restitution is null || PrendFin),
            new RestitutionNonTerminee(Restitution?.RecueLe)
        );

    /// <summary>Ajoute une ligne à l'inventaire.</summary>
    public void InventorierUnDocument(string? designation, int? quantite, string? support)
    {
        var propre = (designation ?? "").Trim();
        PeutInventorier()
            .Et(
                Verdict.De(
                    new DesignationDeDocument(propre, DocumentARestituer.LongueurDeLaDesignation),
                    new QuantiteDeDocuments(quantite)
                )
            )
            .Exiger();
        var document = Restitution!.Ajouter(propre, quantite!.Value, string.IsNullOrWhiteSpace(support) ? null : support.Trim());
        Signaler(new DocumentInventorie(Collectivite, document.Designation, document.Quantite));
    }

    public void RetirerDeLInventaire(int numero)
    {
        PeutInventorier().Exiger();
        if (Restitution!.Retirer(numero) is { } retire)
        {
            Signaler(new DocumentRetireDeLInventaire(Collectivite, retire.Designation));
        }
    }

    public Verdict PeutMettreADisposition(DateOnly jour, DateOnly aujourdhui) =>
        PeutInventorier()
            .Et(
                Verdict.De(
                    new InventaireNonVide(Restitution?.Documents.Count ?? 0),
                    new MiseADispositionApresLaDenonciation(DenonciationEnCours?.Lettre.EnvoyeLe, jour),
                    new ActePasAVenir("mise-a-disposition-le", "La mise à disposition", jour, aujourdhui)
                )
            );

    /// <summary>Les documents inventoriés sont mis à la disposition de la collectivité.</summary>
    public void MettreADisposition(DateOnly jour, DateOnly aujourdhui)
    {
        PeutMettreADisposition(jour, aujourdhui).Exiger();
        Restitution!.MettreADisposition(jour);
        Signaler(new DocumentsMisADisposition(Collectivite, jour, Restitution.Documents.Count));
    }

    public Verdict PeutConstaterLeRecu(DateOnly jour, string? signataire, DateOnly aujourdhui) =>
        PeutInventorier()
            .Et(
                Verdict.De(
                    new RecuApresLaMiseADisposition(Restitution?.MiseADispositionLe, jour),
                    new ActePasAVenir("recue-le", "Le reçu", jour, aujourdhui),
                    new SignataireDuRecu(signataire)
                )
            );

    /// <summary>La collectivité a signé le reçu : la restitution est terminée.</summary>
    public void ConstaterLeRecu(DateOnly jour, string? signataire, Guid? recu, DateOnly aujourdhui)
    {
        PeutConstaterLeRecu(jour, signataire, aujourdhui).Exiger();
        Restitution!.Recevoir(jour, signataire!.Trim(), recu);
        Signaler(new RecuDeRestitutionSigne(Collectivite, jour, Restitution.Signataire!));
    }

    public Verdict PeutJoindreLeRecu() => Verdict.De(new RecuDejaConstate(Restitution?.RecueLe));

    /// <summary>Joint le reçu signé, numérisé ; un autre scan remplace le précédent.</summary>
    public void JoindreLeRecu(Guid recu)
    {
        PeutJoindreLeRecu().Exiger();
        Restitution!.Joindre(recu);
        Signaler(new RecuDeRestitutionJoint(Collectivite));
    }
}
