using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <content>La dénonciation et la mise en demeure (RG6.20, RG6.21).</content>
public sealed partial class ConventionDAcces
{
    /// <param name="saisie">Le titre impayé et la lettre.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public Verdict PeutMettreEnDemeure(NouvelleMiseEnDemeure saisie, DateOnly aujourdhui) =>
        Verdict.De(
            new ConventionConclueAuPrealable(PremierJour),
            new LettreApresLEffet("mise-envoyee-le", saisie.EnvoyeeLe, PremierJour),
            new TitreDesigne(saisie.Titre, MiseEnDemeure.LongueurDuTitre),
            new ActePasAVenir("mise-envoyee-le", "L'envoi de la lettre", saisie.EnvoyeeLe, aujourdhui),
            new LettreApresLaSignature("mise-envoyee-le", saisie.EnvoyeeLe, DebutDesLettres),
            new TitreEchuAvantLaMiseEnDemeure(saisie.TitreEchuLe, saisie.EnvoyeeLe)
        );

    /// <returns>Le rang de la mise en demeure.</returns>
    public int MettreEnDemeure(NouvelleMiseEnDemeure saisie, DateOnly aujourdhui)
    {
        PeutMettreEnDemeure(saisie, aujourdhui).Exiger();
        var nouvelle = new MiseEnDemeure(
            _misesEnDemeure.Select(m => m.Numero).DefaultIfEmpty(0).Max() + 1,
            saisie,
            ReglesAu(saisie.EnvoyeeLe).DelaiDeMiseEnDemeureEnJours
        );
        _misesEnDemeure.Add(nouvelle);
        Signaler(new MiseEnDemeureEnvoyee(Collectivite, nouvelle.Numero, saisie.Titre, saisie.EnvoyeeLe));
        return nouvelle.Numero;
    }

    public Verdict PeutConstaterLaMiseEnDemeure(int numero, AvisDeReception avis, DateOnly aujourdhui) =>
        AvisLisible(MiseEnDemeureDe(numero).Lettre, avis, aujourdhui);

    /// <summary>Enregistre ce que dit l'avis de réception d'une mise en demeure.</summary>
    public void ConstaterLaMiseEnDemeure(int numero, AvisDeReception avis, DateOnly aujourdhui)
    {
        PeutConstaterLaMiseEnDemeure(numero, avis, aujourdhui).Exiger();
        var mise = MiseEnDemeureDe(numero);
        mise.Lettre.Constater(avis);
        Signaler(new MiseEnDemeureNotifiee(Collectivite, numero, mise.Lettre.EnClair(), mise.DernierJourPourPayer));
    }

    public Verdict PeutRegulariser(int numero, DateOnly jour, DateOnly aujourdhui) =>
        Verdict.De(
            new ImpayeNonRegularise(MiseEnDemeureDe(numero).RegulariseeLe),
            new ActePasAVenir("regularisee-le", "Le paiement", jour, aujourdhui)
        );

    /// <summary>Constate le paiement : la mise en demeure ne fonde plus de dénonciation.</summary>
    public void Regulariser(int numero, DateOnly jour, DateOnly aujourdhui)
    {
        PeutRegulariser(numero, jour, aujourdhui).Exiger();
        MiseEnDemeureDe(numero).Regulariser(jour);
        Signaler(new ImpayeRegularise(Collectivite, numero, jour));
    }

    /// <summary>Dit tout ce qui s'oppose à une dénonciation ; elle est permise dès la première durée, le texte n'y met aucune condition.</summary>
    /// <param name="saisie">L'auteur et la lettre.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public Verdict PeutDenoncer(NouvelleDenonciation saisie, DateOnly aujourdhui)
    {
        var verdict = Verdict.De(
            new ConventionConclueAuPrealable(PremierJour),
            // What a collectivité sends early is judged the day the CDG receives it; the CDG itself has no reason to write early.
            new LettreApresLEffet(
                "envoyee-le",
                saisie.EnvoyeeLe,
                saisie.Auteur is AuteurDeDenonciation.Collectivite ? null : PremierJour
            ),
            new ConventionNonTerminee(DernierJour, aujourdhui),
            new AucuneDenonciationEnCours(DenonciationEnCours?.Lettre.EnvoyeLe),
            new ActePasAVenir("envoyee-le", "L'envoi de la lettre", saisie.EnvoyeeLe, aujourdhui),
            new LettreApresLaSignature("envoyee-le", saisie.EnvoyeeLe, DebutDesLettres),
            AnnonceApresLeDelai(saisie.Auteur, saisie.DernierJourAnnonce, saisie.EnvoyeeLe, estRecue: false),
            new JourAnnonceAvantLeTerme(saisie.DernierJourAnnonce, DernierJour)
        );
        if (saisie.Auteur is not AuteurDeDenonciation.CdgPourDefautDePaiement)
        {
            return verdict;
        }

        var mise = _misesEnDemeure.Find(m => m.Numero == saisie.MiseEnDemeure);
        return verdict.Et(
            Verdict.De(
                new MiseEnDemeureNotifieeAuPrealable(mise is not null, mise?.Lettre.NotifieLe),
                new DelaiDeLaMiseEnDemeurePasse(mise?.DernierJourPourPayer, saisie.EnvoyeeLe),
                new ImpayeNonRegularise(mise?.RegulariseeLe)
            )
        );
    }

    /// <summary>Enregistre l'envoi d'une dénonciation, qui ouvre la restitution des documents ; son délai ne court que de la notification.</summary>
    public void Denoncer(NouvelleDenonciation saisie, DateOnly aujourdhui)
    {
        PeutDenoncer(saisie, aujourdhui).Exiger();
        var nouvelle = new Denonciation(_denonciations.Select(d => d.Numero).DefaultIfEmpty(0).Max() + 1, saisie);
        _denonciations.Add(nouvelle);
        if (Restitution is null)
        {
            Restitution = new Restitution(saisie.EnvoyeeLe);
        }
        else if (Restitution.EstTerminee)
        {
            Restitution.Rouvrir(saisie.EnvoyeeLe);
        }

        Signaler(new ConventionDenoncee(Collectivite, saisie.Auteur, saisie.EnvoyeeLe, saisie.Motif));
    }

    /// <summary>Dit si le jour que la lettre annonce tient, une fois sa réception connue : c'est à l'enregistrer qu'on le corrige.</summary>
    /// <remarks>Reçue ensuite plus tard que prévu, la lettre reste ce qu'elle est : l'effet dit alors que le délai l'emporte.</remarks>
    public Verdict AnnonceTenable =>
        DenonciationEnCours is { Lettre.NotifieLe: { } notifiee } d
            ? Verdict.De(AnnonceApresLeDelai(d.Auteur, d.DernierJourAnnonce, notifiee, estRecue: true))
            : Verdict.Favorable;

    /// <summary>Le jour avant lequel aucune lettre ne peut viser cette convention : sa première signature, ou son effet s'il est antérieur.</summary>
    public DateOnly? DebutDesLettres => new[] { Actes.SigneeParLaCollectiviteLe, Actes.SigneeParLeCdgLe, Actes.Effet }.Min();

    private JourAnnonceApresLeDelai AnnonceApresLeDelai(
        AuteurDeDenonciation auteur,
        DateOnly? annonce,
        DateOnly depuis,
        bool estRecue
    ) => new(auteur, annonce, depuis, estRecue, EffetDeDenonciation.Delai(auteur, ReglesAu(depuis)));

    public Verdict PeutNotifier(AvisDeReception avis, DateOnly aujourdhui) =>
        Verdict
            .De(new DenonciationEnvoyeeAuPrealable(DenonciationEnCours is not null))
            .Et(
                DenonciationEnCours is { } en
                    ? AvisLisible(en.Lettre, avis, aujourdhui)
                        .Et(Verdict.De(new NotificationPendantLaConvention(avis.NotifieLe, PremierJour)))
                    : Verdict.Favorable
            );

    /// <summary>Enregistre l'avis de réception de la dénonciation : le dernier jour en vigueur est alors connu.</summary>
    /// <remarks>Se recommence pour corriger une date, tant que la dénonciation tient.</remarks>
    public EffetDeDenonciation Notifier(AvisDeReception avis, DateOnly aujourdhui)
    {
        PeutNotifier(avis, aujourdhui).Exiger();
        var denonciation = DenonciationEnCours!;
        denonciation.Lettre.Constater(avis);
        var effet = EffetDeDenonciation.Calculer(
            denonciation.Auteur,
            avis.NotifieLe!.Value,
            ReglesAu(avis.NotifieLe!.Value),
            denonciation.DernierJourAnnonce
        );
        denonciation.PrendreEffet(effet.DernierJour);
        Recalculer();
        Signaler(new DenonciationNotifiee(Collectivite, effet.Phrase));
        return effet;
    }

    /// <summary>Le calcul de l'effet de la dénonciation qui tient ; nul tant qu'elle n'est pas notifiée.</summary>
    public EffetDeDenonciation? EffetDeLaDenonciation =>
        DenonciationEnCours is { Lettre.NotifieLe: { } notifiee } d
            ? EffetDeDenonciation.Calculer(d.Auteur, notifiee, ReglesAu(notifiee), d.DernierJourAnnonce)
            : null;

    public Verdict PeutInformerLesArchives(DateOnly envoyeLe, DateOnly aujourdhui) =>
        Verdict.De(
            new DenonciationEnvoyeeAuPrealable(DenonciationEnCours is not null),
            new ActePasAVenir("archives-envoyee-le", "L'envoi de la lettre aux archives", envoyeLe, aujourdhui),
            new LettreApresLaSignature("archives-envoyee-le", envoyeLe, DebutDesLettres)
        );

    /// <summary>Enregistre la lettre recommandée due à la direction des archives départementales ; elle ne change pas l'effet.</summary>
    public void InformerLesArchives(DateOnly envoyeLe, string? numero, DateOnly aujourdhui)
    {
        PeutInformerLesArchives(envoyeLe, aujourdhui).Exiger();
        DenonciationEnCours!.InformerLesArchives(envoyeLe, string.IsNullOrWhiteSpace(numero) ? null : numero.Trim());
        Signaler(new ArchivesInformees(Collectivite, DenonciationEnCours.Archives!.EnClair()));
    }

    public Verdict PeutConstaterLesArchives(AvisDeReception avis, DateOnly aujourdhui) =>
        Verdict
            .De(new LettreAuxArchivesEnvoyee(DenonciationEnCours?.Archives is not null))
            .Et(DenonciationEnCours?.Archives is { } lettre ? AvisLisible(lettre, avis, aujourdhui) : Verdict.Favorable);

    public void ConstaterLesArchives(AvisDeReception avis, DateOnly aujourdhui)
    {
        PeutConstaterLesArchives(avis, aujourdhui).Exiger();
        var lettre = DenonciationEnCours!.Archives!;
        lettre.Constater(avis);
        Signaler(new ArchivesInformees(Collectivite, lettre.EnClair()));
    }

    /// <summary>Ce qui reste à mettre en ordre dans la dénonciation, sans rien bloquer.</summary>
    public Verdict ConformiteDeLaDenonciation =>
        DenonciationEnCours is { } d && d.Auteur.InformeLesArchives()
            ? Verdict.De(new ArchivesDepartementalesInformees(d.ArchivesInformees))
            : Verdict.Favorable;

    public Verdict PeutRetirerLaDenonciation(DateOnly jour, DateOnly aujourdhui, string? motif) =>
        Verdict.De(
            new DenonciationEnvoyeeAuPrealable(DenonciationEnCours is not null),
            new DenonciationSansEffetEncore(DenonciationEnCours?.DernierJour, aujourdhui),
            new ActePasAVenir("retiree-le", "Le retrait", jour, aujourdhui),
            new AccordApresLaDenonciation(jour, DenonciationEnCours?.Lettre.EnvoyeLe),
            new MotifDAbandonDonne(motif),
            new DocumentsNonRendus(Restitution?.RecueLe)
        );

    /// <summary>Les parties renoncent à la dénonciation avant son effet ; elle reste à l'histoire.</summary>
    public void RetirerLaDenonciation(DateOnly jour, DateOnly aujourdhui, string? motif)
    {
        PeutRetirerLaDenonciation(jour, aujourdhui, motif).Exiger(motif);
        DenonciationEnCours!.Retirer(jour);
        Recalculer();
        Signaler(new DenonciationRetiree(Collectivite, jour, motif!.Trim()));
    }

    /// <exception cref="MiseEnDemeureInconnueException">La convention n'a pas de mise en demeure de ce rang.</exception>
    public MiseEnDemeure MiseEnDemeureDe(int numero) =>
        _misesEnDemeure.Find(m => m.Numero == numero) ?? throw new MiseEnDemeureInconnueException(numero);

    private static Verdict AvisLisible(Recommande lettre, AvisDeReception avis, DateOnly aujourdhui) =>
        Verdict.De(
            new AvisDate(avis.Issue, avis.NotifieLe),
            new AvisDansLOrdre(lettre.EnvoyeLe, avis.PresenteLe, avis.RemisLe),
            new ActePasAVenir("remis-le", "La réception", avis.NotifieLe, aujourdhui)
        );
}

/// <summary>La convention n'a pas de mise en demeure de ce rang.</summary>
public sealed class MiseEnDemeureInconnueException(int numero)
    : Exception($"Cette convention n'a pas de mise en demeure n° {numero.ToString(Francais.Culture)}.");
