using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Au préavis, la délibération exécutoire suit l'information du coordonnateur.</summary>
/// <remarks>
/// RG1.31 : « par délibération et après information du coordonnateur ». Avertissement : la convention ne dit pas ce que vaut l'ordre
/// inverse, et la sortie ne se tire que du jour où le coordonnateur est informé. Le jour même convient.
/// </remarks>
public sealed record DeliberationApresLInformation(ModeDeRetrait Mode, DateOnly? InformeLe, DateOnly? ExecutoireLe) : IRegle
{
    public string Code => "RG1.31";

    public string Fondement => "Convention constitutive du groupement permanent";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "motif-du-constat";

    public bool EstRespectee => Mode is not ModeDeRetrait.PreavisAnnuel || !(ExecutoireLe < InformeLe);

    public string Message =>
        $"La délibération est exécutoire depuis le {EnClair.Date(ExecutoireLe!.Value)}, avant que le coordonnateur soit informé, le {EnClair.Date(InformeLe!.Value)} : la convention veut l'information d'abord. Corrigez la date, ou dites pourquoi ce départ vaut quand même.";
}
